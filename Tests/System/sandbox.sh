#!/bin/bash
# The unit locks the daemon in, and the daemon works inside.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

process_has() { # FIELD VALUE
    equal "$1 of the process" "$2" "$(sed -n "s/^$1:[[:space:]]*//p" "/proc/$(property MainPID)/status")"
}

test_exposure_is_at_most_a_half() {
    local exposure
    exposure=$(systemd-analyze security --no-pager govreportd | sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
    [[ $exposure ]] || fail 'systemd-analyze security gives no figure'
    echo "# exposure $exposure"
    awk -v e="$exposure" 'BEGIN { exit !(e <= 0.5) }' || fail "the exposure is $exposure"
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

# Runs the probe with what the unit says, whatever that is today.
probe_in_the_unit() {
    sed -E '/^(ExecStartPre|ExecReload|WatchdogSec|Restart|RestartSec|RestartPreventExitStatus|NotifyAccess)=/d
        s|^Type=.*|Type=oneshot|; s|^ExecStart=.*|ExecStart=/usr/bin/perl /usr/share/govreportd/probe.pl /var/lib/govreportd|' \
        /usr/lib/systemd/system/govreportd.service >/run/systemd/system/probe.service
    systemctl daemon-reload
    systemctl start probe
    sync_journal
    journalctl -u probe -o cat | grep -E '^(allowed|refused) '
}

test_probe_is_refused_all_but_its_work() {
    local outside inside
    [[ $(uname -m) = x86_64 ]] || { echo '# the probe knows the system calls of x86-64 only'; return; }
    install -m 644 Tests/System/probe.pl /usr/share/govreportd/probe.pl
    cat >/tmp/probe-32.s <<'END'
.globl _start
_start: mov $20, %eax # getpid there
int $0x80
test %eax, %eax
sets %dil
mov $60, %eax # exit here
syscall
END
    clang -nostdlib -static -o /usr/share/govreportd/probe-32 /tmp/probe-32.s
    useradd --create-home probe-user
    install -m 644 /dev/null /home/probe-user/secret
    chmod 755 /home/probe-user
    echo secret | tee /root/secret >/tmp/probe-secret
    chmod 755 /root
    chmod 644 /root/secret /tmp/probe-secret
    mknod -m 666 /dev/probe-disk c 1 5
    # Without the sandbox, as root of this machine, most of it works: the probe is able to.
    outside=$(perl /usr/share/govreportd/probe.pl $state)
    ((($(grep -c '^allowed ' <<<"$outside")) > 25)) || fail "the probe can do little even outside: $outside"
    rm -f $state/probe-node
    inside=$(probe_in_the_unit)
    echo "# the probe: outside $(grep -c '^allowed ' <<<"$outside") of $(wc -l <<<"$outside") allowed," \
        "inside $(grep -c '^allowed ' <<<"$inside")"
    equal 'tries inside' "$(wc -l <<<"$outside")" "$(wc -l <<<"$inside")"
    equal 'what is allowed inside' 'state-folder unix-socket' "$(sed -n 's/^allowed //p' <<<"$inside" | sort | xargs)"
    equal 'refusals for another reason than the sandbox' '' "$(grep '^refused ' <<<"$inside" |
        grep -vE ': (Operation not permitted|Permission denied|No such file or directory|Read-only file system|Address family not supported by protocol|killed by signal .*)$')"
    rm /usr/share/govreportd/probe{.pl,-32}
}

run_tests
