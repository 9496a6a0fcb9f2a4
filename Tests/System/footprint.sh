#!/bin/bash
# What the service costs a machine while nothing comes in.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

process_status() { sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$(property MainPID)/status"; } # FIELD

# From exec to the message that it is ready, in milliseconds.
start_time() {
    systemctl restart govreportd
    echo $((($(property ActiveEnterTimestampMonotonic) - $(property ExecMainStartTimestampMonotonic)) / 1000))
}

test_little_memory_when_idle() {
    systemctl restart govreportd
    sleep 1
    echo "# idle: $(process_status VmRSS) kB resident ($(process_status RssAnon) its own), $(process_status Threads) threads"
    (($(process_status VmRSS) <= 30 * 1024)) || fail "resident when idle: $(process_status VmRSS) kB"
}

test_ready_soon() {
    local times best
    times=$(for _ in {1..7}; do start_time; done | sort -n | xargs)
    best=${times%% *}
    echo "# ready after $times ms"
    # The best: others may be at work on the machine.
    ((best <= 100)) || fail "ready after $best ms at best"
}

test_asleep_when_idle() {
    local before after
    before=$(awk '{ print $14 + $15 }' "/proc/$(property MainPID)/stat")
    sleep 5
    after=$(awk '{ print $14 + $15 }' "/proc/$(property MainPID)/stat")
    echo "# processor time in 5 s when idle: $(((after - before) * 10)) ms"
    ((after - before <= 5)) || fail "it used $(((after - before) * 10)) ms in 5 s"
}

run_tests
