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
    (($(process_status VmRSS) <= 30 * 1024)) || fail "resident when idle: $(process_status VmRSS) kB"
}

test_ready_soon() {
    local best work
    # Others may be at work on the machine: that the processor is theirs meanwhile is not counted.
    read -r best work <<<"$(for _ in {1..7}; do start_time; done | sort -n | head -n 1)"
    echo "# ready after $best ms at best, of which $work ms were work"
    ((work <= 100)) || fail "it worked for $work ms before it was ready"
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
