#!/bin/bash
# The unit locks the daemon in, and the daemon works inside.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

process_has() { # FIELD VALUE
    equal "$1 of the process" "$2" "$(sed -n "s/^$1:[[:space:]]*//p" "/proc/$(property MainPID)/status")"
}

test_exposure_is_at_most_one() {
    local exposure
    exposure=$(systemd-analyze security --no-pager govreportd | sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
    [[ $exposure ]] || fail 'systemd-analyze security gives no figure'
    awk -v e="$exposure" 'BEGIN { exit !(e <= 1.0) }' || fail "the exposure is $exposure"
}

test_unit_is_understood() {
    equal 'systemd-analyze verify' '' "$(systemd-analyze verify govreportd.service 2>&1 | grep govreportd)"
}

test_process_has_no_privileges() {
    process_has CapEff 0000000000000000
    process_has CapBnd 0000000000000000
    process_has NoNewPrivs 1
    process_has Seccomp 2
    equal 'the user' govreportd "$(stat -c %U "/proc/$(property MainPID)")"
}

test_watchdog_is_fed() {
    equal 'the watchdog' 30s "$(property WatchdogUSec)"
    local first
    first=$(property WatchdogTimestampMonotonic)
    fed() { [[ $(property WatchdogTimestampMonotonic) != "$first" ]]; }
    eventually 'a sign of life to the watchdog' fed
}

test_journal_is_told_not_to_drop() {
    equal 'the interval' 1us "$(property LogRateLimitIntervalUSec)"
    equal 'the burst' 100000000 "$(property LogRateLimitBurst)"
}

test_it_works_in_there() {
    drop $samples/shiqiao-town-2022.txt
    lands flagged shiqiao-town-2022.txt
    equal 'denials by the kernel or systemd' '' "$(journalctl -u govreportd -o cat | grep -iE 'denied|not permitted|SECCOMP')"
}

run_tests
