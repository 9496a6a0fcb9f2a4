#!/bin/bash
# What the service costs a machine while nothing comes in.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

process_status() { sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$(property MainPID)/status"; } # FIELD

# From exec to the message that it is ready, and what of it was work, both in milliseconds.
start_time() {
    local work
    systemctl restart govreportd
    read -r work _ <"/proc/$(property MainPID)/schedstat"
    echo $((($(property ActiveEnterTimestampMonotonic) - $(property ExecMainStartTimestampMonotonic)) / 1000)) \
        $((work / 1000000))
}

test_little_memory_when_idle() {
    systemctl restart govreportd
    sleep 1
    echo "# idle: $(process_status VmRSS) kB resident ($(process_status RssAnon) its own), $(process_status Threads) threads"
    # 30 MiB are the goal. What the rules' word lists and patterns take of it grows with them; this bound is for
    # what would grow by itself.
    (($(process_status VmRSS) <= 40 * 1024)) || fail "resident when idle: $(process_status VmRSS) kB"
}

test_work_before_it_is_ready() {
    local best work reference
    # Times differ from machine to machine, and others may be at work on it: only the ratio to what the tool
    # needs for reading the same rules tells anything.
    read -r best work <<<"$(for _ in {1..7}; do start_time; done | sort -n | head -n 1)"
    reference=$(for _ in {1..7}; do
        bash -c 'TIMEFORMAT="%U %S"; time govreport rules check >/dev/null' 2>&1 |
            awk '{ print int(($1 + $2) * 1000) }'
    done | sort -n | head -n 1)
    echo "# ready after $best ms at best, of which $work ms were work; govreport rules check: $reference ms"
    ((work <= 3 * reference + 100)) || fail "it worked for $work ms before it was ready, the tool $reference ms"
}

# How often its threads have gone to sleep by themselves.
sleeps() { cat "/proc/$(property MainPID)/task/"*/status | awk '/^voluntary_ctxt_switches/ { sum += $2 } END { print sum }'; }

test_asleep_when_idle() {
    local before after ticks
    ticks=$(awk '{ print $14 + $15 }' "/proc/$(property MainPID)/stat")
    before=$(sleeps)
    sleep 5
    after=$(sleeps)
    ticks=$(($(awk '{ print $14 + $15 }' "/proc/$(property MainPID)/stat") - ticks))
    # Times say more of the machine than of the service; how often it wakes does not. It looks after its folders
    # twice a second.
    echo "# woken $((after - before)) times in 5 s when idle, at work for $((ticks * 10)) ms of them"
    ((after - before <= 30)) || fail "it woke $((after - before)) times in 5 s"
}

run_tests
