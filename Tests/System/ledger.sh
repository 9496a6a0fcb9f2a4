#!/bin/bash
# The ledger under hardship: a journal that hangs, a full disk, damage; and who may ask it.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
useradd --groups govreport member

# Three findings each; more than 50,000 with --long.
readonly number=$((${LONG_TESTS:-0} ? 17000 : 1500))
# In kilobytes; what is unsaid is on disk, not in memory.
readonly most_memory=65536

ledger_says() { # JQ FILTER
    govreport status --format json | jq -r "$1"
}
ledger_has() { [[ $(ledger_says "$1") = "$2" ]]; } # JQ FILTER, VALUE

resident() { sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status"; }

test_a_journal_that_hangs_stops_nothing_and_loses_nothing() {
    local journald daemon memory
    prepare hung $number faulty_variant
    journald=$(systemctl show systemd-journald --property MainPID --value)
    daemon=$(property MainPID)
    kill -STOP "$journald"
    drop_prepared
    PATIENCE=240 eventually 'all inspected while the journal hangs' done_are $number
    memory=$(resident "$daemon")
    (($(ledger_says .unpublished) > number / 2)) || fail "unpublished: $(ledger_says .unpublished): it shows nothing"
    kill -CONT "$journald"
    PATIENCE=240 eventually 'all said' ledger_has .unpublished 0
    echo "# $((number * 3)) findings waited for the journal; resident then $memory kB, now $(resident "$daemon") kB"
    ((memory < most_memory)) || fail "the memory went to $memory kB"
    equal 'the process' "$daemon" "$(property MainPID)"
    equal 'findings in the journal' $((number * 3)) "$(entries ".MESSAGE_ID == \"${id[finding]}\" and
        (.GOVREPORT_FILE | startswith(\"hung-\")) and (.PRIORITY | tonumber) <= 4" |
        jq -r '.GOVREPORT_FILE + .GOVREPORT_FINDING' | sort -u | wc -l)"
}

test_folders_and_ledger_tell_the_same() {
    local output
    output=$(govreport ledger verify) || fail "verify: $output"
    contains 'verify' '0 处不一致' "$output"
    equal 'lines of the export' $number "$(govreport ledger export | wc -l)"
}

test_only_root_and_the_service_may_ask() {
    local output command
    for command in status 'history 云溪县' 'ledger export' 'recheck --all'; do
        # shellcheck disable=SC2086 # words
        ! output=$(runuser -u member -- govreport $command 2>&1) || fail "$command was allowed: $output"
        contains "the error of $command" '请在命令前加 sudo' "$output"
    done
    runuser -u govreportd -- govreport status >/dev/null || fail 'the service may not ask its own ledger'
}

test_root_leaves_the_ledger_to_the_service() {
    systemctl stop govreportd
    govreport status >/dev/null || fail 'status without the service'
    govreport recheck --all >/dev/null || fail 'recheck without the service'
    equal 'files of another owner' '' "$(find $state -name 'ledger*' ! -user govreportd)"
    systemctl start govreportd
    variant root >/tmp/root.txt
    drop /tmp/root.txt
    lands passed root.txt
}

test_damage_is_set_aside_and_mended() {
    local reports
    reports=$(ledger_says '.reports + .duplicates')
    systemctl stop govreportd
    dd if=/dev/urandom of=$state/ledger.sqlite bs=4096 seek=4 count=30 conv=notrunc status=none
    systemctl start govreportd
    mended() { has_entry intake '.MESSAGE | contains("台账已由文件夹重建")'; }
    PATIENCE=240 eventually 'an entry of the mending' mended
    has_entry intake '.PRIORITY == "2" and (.MESSAGE | contains("旧文件留作"))' || fail 'the loss was not told loudly'
    status_has '台账曾损坏' || fail "the status says: $(property StatusText)"
    equal 'reports' "$reports" "$(ledger_says '.reports + .duplicates')"
    govreport ledger verify >/dev/null || fail "verify: $(govreport ledger verify)"
    equal 'findings said again' '' "$(entries ".MESSAGE_ID == \"${id[finding]}\"" |
        jq -r '.GOVREPORT_FILE + .GOVREPORT_FINDING' | sort | uniq -d)"
    rm $state/ledger.sqlite.damaged-*
    eventually 'a status without it' status_lacks '台账曾损坏'
}

test_a_full_disk_pauses_and_goes_on_by_itself() {
    local i process
    systemctl stop govreportd
    mkdir -p /mnt/small
    mount -t tmpfs -o size=6m,mode=751 small /mnt/small
    chown govreportd:govreportd /mnt/small
    mkdir -p /run/systemd/system/govreportd.service.d
    printf '[Service]\nExecStartPre=\nExecStart=\nExecStart=/usr/bin/govreportd --state /mnt/small\nReadWritePaths=/mnt/small\n' \
        >/run/systemd/system/govreportd.service.d/small.conf
    systemctl daemon-reload
    systemctl start govreportd
    process=$(property MainPID)
    # Files take no room when they only move: it is the ledger that finds none.
    for i in {1..60}; do faulty_variant "$i" >"/mnt/small/$i.txt"; done
    dd if=/dev/zero of=/mnt/small/filler bs=4096 status=none 2>/dev/null || :
    for i in {1..60}; do mv "/mnt/small/$i.txt" /mnt/small/inbox/; done
    eventually 'the status' status_has '磁盘已满'
    has_entry intake '.MESSAGE | contains("暂停收件")' || fail 'the pause was not told'
    sleep 2
    rm /mnt/small/filler
    all_settled() { (($(find /mnt/small/flagged -type f | wc -l) == 60)); }
    eventually 'all settled when there is room' all_settled
    eventually 'the status' status_lacks '磁盘已满'
    equal 'the process' "$process" "$(property MainPID)"
    govreport ledger verify --state /mnt/small >/dev/null || fail "verify: $(govreport ledger verify --state /mnt/small)"
    rm /run/systemd/system/govreportd.service.d/small.conf
    systemctl daemon-reload
    systemctl restart govreportd
    umount -l /mnt/small
}

run_tests
