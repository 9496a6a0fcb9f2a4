#!/bin/bash
# Many reports at once: all are inspected, and the journal keeps every entry.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
# With its default limits journald would drop some of the entries of the larger number.
readonly number=$((${LONG_TESTS:-0} ? 25000 : 4000))

test_all_are_inspected() {
    local since
    prepare burst $number faulty_variant
    since=${EPOCHREALTIME//./}
    drop_prepared
    PATIENCE=120 eventually 'all inspected' done_are $number
    echo "# $number reports in $(((${EPOCHREALTIME//./} - since) / 1000)) ms"
    equal 'reports flagged' $number "$(number_in flagged)"
}

test_the_journal_keeps_every_entry() {
    all_told() { (($(count_entries report) == number)); }
    eventually 'an entry of each report' all_told
    equal 'entries of findings at or above a warning' $((number * 3)) \
        "$(count_entries finding '(.PRIORITY | tonumber) <= 4')"
    equal 'entries that journald suppressed' '' "$(journalctl -u systemd-journald -o cat | grep -i suppressed)"
}

test_the_status_counts_them() {
    eventually 'the status' status_has "报告 $number 份"
    eventually 'the status' status_has '待处理 0'
}

run_tests
