# Helpers of the end-to-end tests. Each test file sources this, defines functions named
# test_*, and ends with run_tests. It runs as root in a machine of its own: with-systemd.
# shellcheck shell=bash

set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

[[ $(systemd-detect-virt --container 2>/dev/null) != none ]] || {
    echo "${0##*/}: changes the machine; run it as: Tests/System/with-systemd $0" >&2
    exit 125
}

readonly state=/var/lib/govreportd
readonly inbox=$state/inbox
readonly samples=Tests/Samples
export SYSTEMD_PAGER='' LC_ALL=C.UTF-8

# The kinds of journal entries, by MESSAGE_ID.
# shellcheck disable=SC2034 # the test files use them
declare -rA id=(
    [start]=9827d8174c544e558ba19e35307f83a9
    [stop]=9313e52a81b84b21b6eb2fa247a68c1b
    [reload]=93c81de5ee184beea6531cf714dfde6f
    [refused]=9d05dc85147846448dd85a76d47eb97e
    [report]=91917e924b654fd890ef2f0ee94121bd
    [finding]=7081d61fc60145efb49910df53d30cf1
    [intake]=07af79180c6d4bf3950094b1b0066d5f
)

# --- Assertions: the first that fails ends its test and says what came instead.

current_test=set-up told=''

fail() {
    echo "not ok ${current_test#test_}: $*"
    told=yes
    exit 1
}

equal() { # WHAT EXPECTED ACTUAL
    [[ $2 = "$3" ]] || fail "$1 should be «$2» and is «$3»"
}

contains() { # WHAT PART WHOLE
    [[ $3 = *"$2"* ]] || fail "$1 should contain «$2» and is «$3»"
}

lacks() { # WHAT PART WHOLE
    [[ $3 != *"$2"* ]] || fail "$1 should not contain «$2» and is «$3»"
}

refused() { # WHAT COMMAND...
    local what=$1 output
    shift
    ! output=$("$@" 2>&1) || fail "$what should have been refused: $* (output: «$output»)"
}

eventually() { # WHAT COMMAND...: COMMAND must succeed within half a minute
    local what=$1 deadline=$((SECONDS + ${PATIENCE:-30}))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || fail "$what did not come true; $(situation)"
        sleep 0.1
    done
}

situation() {
    echo 'the folders and the last entries are:'
    find $state -mindepth 2 | head -n 10
    journalctl --no-pager -u govreportd -o cat -n 15
}

# --- What the daemon says

# Waits until the journal holds what was sent. It would wait for ever for a journald that does not run.
sync_journal() {
    timeout 120 journalctl --sync || fail "journald does not answer: $(systemctl is-active systemd-journald)"
}

# Prints, as compact JSON, the entries that a jq condition selects. $id is known in it.
entries() { # CONDITION [jq ARGUMENT...]
    local condition=$1
    shift
    sync_journal
    journalctl --all -t govreportd -o json | jq -c "$@" "select($condition)"
}

findings() { # FILE [CONDITION]
    entries ".MESSAGE_ID == \"${id[finding]}\" and .GOVREPORT_FILE == \$file and (${2-true})" --arg file "$1"
}

has_entry() { # KIND [CONDITION [jq ARGUMENT...]]
    local kind=$1 condition=${2-true}
    (($# < 2)) || shift
    shift
    [[ $(entries ".MESSAGE_ID == \"${id[$kind]}\" and ($condition)" "$@") ]]
}

count_entries() { # KIND [CONDITION]
    entries ".MESSAGE_ID == \"${id[$1]}\" and (${2-true})" | wc -l
}

property() { systemctl show govreportd --property "$1" --value; }
status_has() { [[ $(property StatusText) = *"$1"* ]]; }
status_lacks() { ! status_has "$1"; }

# --- The inbox

# Puts a file into the inbox at once, as a transfer that is careful does.
drop() { # FILE [NAME]
    local name=${2-${1##*/}}
    install -m 640 "$1" "$inbox/.$name.part"
    mv "$inbox/.$name.part" "$inbox/$name"
}

# Prints a report with another content, as far as the daemon can tell: without a fault,
# or with the faults of the town's.
variant() { # NUMBER
    printf '%s\n' "${faultless/每季度抽查一批/每季度抽查第$1批}"
}
faulty_variant() { # NUMBER
    printf '%s\n' "${faulty/在各村设一名信息员/在各村设第$1名信息员}"
}
faultless=$(<$samples/yunxi-2023.txt)
faulty=$(<$samples/shiqiao-town-2022.txt)

# Prepares distinct reports beside the inbox, so that one rename each drops them.
prepare() { # PREFIX NUMBER [variant|faulty_variant]
    local i
    mkdir -p $state/prepared
    for ((i = 1; i <= $2; i++)); do "${3-variant}" "$1$i" >"$state/prepared/$1-$i.txt"; done
    chgrp -R govreport $state/prepared
    chmod -R g+rX $state/prepared
}

# Nothing but a rename each: mv would look at them once more when the daemon has them already.
drop_prepared() {
    # shellcheck disable=SC2016 # it is Perl
    perl -e 'my $to = shift; for (glob "$to/../prepared/*") { m{([^/]+)$}; rename $_, "$to/$1" or die "$_: $!" }' $inbox
}

in_folder() { [[ -f $state/$1/$2 ]]; } # FOLDER NAME

lands() { # FOLDER NAME
    eventually "$2 in $1/" in_folder "$1" "$2"
}

number_in() { find "${@/#/$state/}" -mindepth 1 -maxdepth 1 -type f | wc -l; } # FOLDER...
number_done() { number_in passed flagged incomplete rejected; }
done_are() { (($(number_done) == $1)); }
idle() { (($(number_in inbox work) == 0)); }

# --- Accounts

# Prints a line of the table that Tests/run shows in the end, and fails when anything is lost: a file that
# is in no outcome folder, a report that was not told, a finding of the planted three without an entry.
account() { # FAULT PREFIX NUMBER [FINDINGS EACH]
    local in=$3 each=${4-3} out told said lost
    out=$(find $state/{passed,flagged,incomplete,rejected} -type f -name "$2-*" | wc -l)
    sync_journal
    told=$(journalctl --all -t govreportd MESSAGE_ID="${id[report]}" --output-fields=GOVREPORT_FILE -o json |
        jq -r .GOVREPORT_FILE | grep -c "^\(.*/\)\?$2-" || :)
    said=$(journalctl --all -t govreportd MESSAGE_ID="${id[finding]}" PRIORITY=2 PRIORITY=3 PRIORITY=4 -o json \
        --output-fields=GOVREPORT_FILE,GOVREPORT_FINDING |
        jq -r 'select(.GOVREPORT_FILE | test("(^|/)" + $prefix + "-")) | .GOVREPORT_FINDING' --arg prefix "$2" |
        sort -u | wc -l)
    lost=$((in - out + (told < in ? in - told : 0) + in * each - said))
    echo "| $1 | $in | $out | $said | $lost |"
    ((lost == 0)) || fail "$1: files in $in, out $out, told $told, findings said $said of $((in * each)); $(situation)"
}

# --- Running

install_service() {
    local log
    log=$(systemd/install.sh 2>&1) || {
        echo "not ok install: $log"
        exit 1
    }
}

# What this machine has of an earlier installation is in the guest, too.
forget_host_installation() {
    systemctl --quiet disable --now govreportd 2>/dev/null
    rm -rf /etc/govreportd /usr/share/govreportd $state /usr/bin/govreport{,d} \
        /usr/lib/systemd/system/govreportd.service /usr/lib/{sysusers,tmpfiles}.d/govreportd.conf \
        /usr/lib/systemd/catalog/govreportd.catalog
    systemctl daemon-reload
}

# For tests that restart journald more often than systemd lets an administrator do.
let_journald_restart() {
    mkdir -p /run/systemd/system/systemd-journald.service.d
    printf '%s\n' '[Unit]' StartLimitIntervalSec=0 >/run/systemd/system/systemd-journald.service.d/test.conf
    systemctl daemon-reload
}

# What a test file takes back after each of its tests.
tidy_up() { :; }

# Runs every test of the calling file, in its order, each in a process of its own. ONLY=PATTERN runs those
# that it matches.
run_tests() {
    local passed=0 failed=0 status current_test
    while read -r current_test; do
        (
            # Not in a condition, where bash would ignore that a command fails.
            set -e
            trap '(($? == 0)) || [[ $told ]] || echo "not ok ${current_test#test_}: failed at: $BASH_COMMAND"' EXIT
            "$current_test"
            # One that was just killed is about to be started again.
            eventually 'the service active in the end' systemctl is-active --quiet govreportd
            echo "ok ${current_test#test_}"
        )
        status=$?
        tidy_up
        passed=$((passed + (status == 0)))
        failed=$((failed + (status != 0)))
    done < <(sed -n 's/^\(test_[a-z0-9_]*\)() {.*/\1/p' "$0" | grep -E "${ONLY:-.}")
    echo "$passed passed, $failed failed"
    ((failed == 0 && passed > 0))
}
