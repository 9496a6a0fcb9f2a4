#!/bin/bash
# From a bare machine to alerts in the journal, and back.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation

test_install_starts_the_service() {
    local output
    output=$(systemd/install.sh 2>&1) || fail "install.sh ended with an error: $output"
    contains 'the output' 'installed: /usr/bin/govreportd' "$output"
    contains 'the output' 'started: govreportd.service' "$output"
    equal 'the state' active "$(property ActiveState)"
    equal 'enabled' enabled "$(systemctl is-enabled govreportd)"
    equal 'the type' notify "$(property Type)"
    eventually 'an entry of the start' has_entry start
    contains 'the status' $inbox "$(property StatusText)"
}

test_folders_have_their_owners_and_modes() {
    local folder
    equal 'the state folder' '751 govreportd govreportd' "$(stat -c '%a %U %G' $state)"
    equal 'the inbox' '3730 govreportd govreport' "$(stat -c '%a %U %G' $inbox)"
    for folder in work passed flagged incomplete rejected; do
        equal "$folder" '750 govreportd govreportd' "$(stat -c '%a %U %G' $state/$folder)"
    done
    equal 'the ledger' '600 govreportd govreportd' "$(stat -c '%a %U %G' $state/ledger.sqlite)"
}

test_second_run_changes_nothing() {
    local before output
    before="$(property InvocationID) $(property MainPID)"
    output=$(systemd/install.sh 2>&1) || fail "install.sh ended with an error: $output"
    equal 'what is not unchanged' '' "$(sed '/^$/,$d' <<<"$output" | grep -v '^unchanged: ')"
    contains 'the output' 'unchanged: /usr/bin/govreportd' "$output"
    equal 'the running process' "$before" "$(property InvocationID) $(property MainPID)"
}

test_changed_unit_restarts_the_service() {
    local before output
    before=$(property InvocationID)
    echo '# a line of the administrator' >>/usr/lib/systemd/system/govreportd.service
    output=$(systemd/install.sh 2>&1) || fail "install.sh ended with an error: $output"
    contains 'the output' 'updated: /usr/lib/systemd/system/govreportd.service' "$output"
    contains 'the output' 'restarted: govreportd.service' "$output"
    [[ $before != "$(property InvocationID)" ]] || fail "the service still runs as $before"
}

test_try_shows_the_alerts() {
    local output
    output=$(systemd/install.sh --try 2>&1) || fail "install.sh --try ended with an error: $output"
    contains 'the output' '[count-missing]' "$output"
    contains 'the output' 'yunxi-2023.txt' "$output"
    contains 'the output' 'journalctl -t govreportd -f' "$output"
}

test_try_works_where_systemd_does_not_run() {
    local output
    mkdir /tmp/trial
    output=$(TMPDIR=/tmp/trial unshare --mount \
        bash -c 'mount -t tmpfs none /run/systemd && systemd/install.sh --try' 2>&1) ||
        fail "install.sh --try ended with an error: $output"
    contains 'the output' 'systemd does not run here' "$output"
    contains 'the output' '[count-missing]' "$output"
    equal 'what still runs' "$(property MainPID)" "$(pidof -x govreportd)"
    equal 'what is left in /tmp' '' "$(find /tmp/trial -mindepth 1)"
}

test_uninstall_leaves_the_reports() {
    local output before
    before=$(find $state -type f ! -name 'ledger*' -exec sha256sum {} + | sort)
    contains 'the reports' yunxi-2023.txt "$before"
    echo '# a rule of ours' >/etc/govreportd/rules.d/ours.rules
    output=$(systemd/install.sh --uninstall 2>&1) || fail "install.sh --uninstall ended with an error: $output"
    equal 'the state' inactive "$(property ActiveState)"
    equal 'what is left of the programs and files' '' "$(
        find /usr/bin/govreport* /usr/share/govreportd /usr/lib/systemd/system/govreportd.service \
            /usr/lib/*.d/govreportd.conf /usr/lib/systemd/catalog/govreportd.catalog 2>/dev/null
    )"
    equal 'the reports' "$before" "$(find $state -type f ! -name 'ledger*' -exec sha256sum {} + | sort)"
    [[ -e $state/ledger.sqlite ]] || fail 'the ledger is gone'
    [[ -e /etc/govreportd/rules.d/ours.rules ]] || fail "the site's own rule is gone"
    contains 'the output' "kept: $state" "$output"
    id govreportd >/dev/null || fail 'the owner of the reports is gone'
    rm /etc/govreportd/rules.d/ours.rules
    # The tests that follow find a service again.
    install_service
}

test_uninstall_without_reports_takes_the_user_too() {
    systemctl stop govreportd
    rm -r $state
    systemd/install.sh --uninstall >/dev/null 2>&1 || fail 'install.sh --uninstall ended with an error'
    ! id govreportd 2>/dev/null || fail 'the user govreportd is still there'
    ! getent group govreport || fail 'the group govreport is still there'
    [[ ! -e /etc/govreportd ]] || fail '/etc/govreportd is still there'
    install_service
}

test_needs_root() {
    local output
    # From standard input: nobody may be unable to enter the checkout.
    ! output=$(setpriv --reuid 65534 --clear-groups bash -s <systemd/install.sh 2>&1) || fail "it ran as nobody: $output"
    contains 'the error' 'must run as root' "$output"
}

test_missing_toolchain_is_told() {
    local output
    rm -f .build/release/govreportd
    ! output=$(PATH=/usr/sbin:/usr/bin:/sbin:/bin systemd/install.sh 2>&1) || fail "it went on: $output"
    contains 'the error' 'no swift on PATH' "$output"
    contains 'the error' 'https://www.swift.org/install/linux/' "$output"
}

run_tests
