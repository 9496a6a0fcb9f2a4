#!/bin/bash
# Reports come in for minutes while things break at random; in the end nothing is lost, and memory and
# descriptors are what they were. SOAK_SECONDS=N sets how long (600 with --long, else 20), GOVREPORT_SEED
# repeats a run.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
let_journald_restart
install_service
RANDOM=${GOVREPORT_SEED:-$RANDOM}
readonly seed=$RANDOM
RANDOM=$seed
readonly seconds=${SOAK_SECONDS:-$((${LONG_TESTS:-0} ? 600 : 20))}
echo "# seed $seed, $seconds s"

# A batch of distinct reports, renamed into the inbox or into a folder of it.
drop_batch() { # FIRST NUMBER FOLDER
    # shellcheck disable=SC2016 # it is Perl
    perl -e 'my ($from, $beside, $to, $first, $number) = @ARGV; open F, "<", $from; local $/; my $text = <F>;
        for my $i ($first .. $first + $number - 1) {
            (my $other = $text) =~ s/在各村设一名信息员/在各村设第$i名信息员/ or die;
            open O, ">", "$beside/soak-$i.txt" or die $!; print O $other; close O;
            chown 0, scalar getgrnam("govreport"), "$beside/soak-$i.txt"; chmod 0640, "$beside/soak-$i.txt";
            rename "$beside/soak-$i.txt", "$to/soak-$i.txt" or die $! }' \
        $samples/shiqiao-town-2022.txt $state/beside "$3" "$1" "$2"
}

break_something() {
    local pid
    case $((RANDOM % 6)) in
    0)
        pid=$(property MainPID)
        systemctl kill --signal=KILL govreportd 2>/dev/null
        # Until systemd has heard of it, which it will take for running.
        while ((pid)) && [[ -d /proc/$pid ]]; do sleep 0.01; done
        ;;
    1) systemctl restart systemd-journald ;;
    2)
        pid=$(systemctl show systemd-journald --property MainPID --value)
        kill -STOP "$pid"
        sleep 0.$((RANDOM % 9 + 1))
        kill -CONT "$pid"
        ;;
    3) systemctl reload govreportd 2>/dev/null ;;
    4)
        # It would not start with wrong rules, and not by itself when they are right again.
        eventually 'it runs' systemctl is-active --quiet govreportd
        echo 'rule broken {' >/etc/govreportd/rules.d/broken.rules
        sleep 0.$((RANDOM % 9 + 1))
        rm /etc/govreportd/rules.d/broken.rules
        ;;
    5) systemctl restart govreportd ;;
    esac
    true
}

process() { # FIELD
    case $1 in
    memory) sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$(property MainPID)/status" ;;
    descriptors) find "/proc/$(property MainPID)/fd" -mindepth 1 | wc -l ;;
    esac
}

test_nothing_is_lost_and_nothing_grows() {
    local number=0 faults=0 end=$((SECONDS + seconds)) size target memory descriptors settled=0
    mkdir -p $state/beside
    drop_batch 0 1 $inbox
    eventually 'the first' done_are 1
    number=1
    while ((SECONDS < end)); do
        size=$((RANDOM % 150 + 1))
        target=$inbox
        if ((RANDOM % 3 == 0)); then
            target=$inbox/folder$((RANDOM % 5))
            [[ -d $target ]] || install -d -m 2770 -o govreportd -g govreport "$target"
        fi
        drop_batch $number $size "$target"
        number=$((number + size))
        ((RANDOM % 2)) || { break_something && faults=$((faults + 1)); }
        sleep 0.$((RANDOM % 10))
    done
    all_settled() { (($(find "$state"/{passed,flagged,incomplete,rejected} -type f -name "soak-*" | wc -l) == number)); }
    PATIENCE=300 eventually 'all settled' all_settled
    all_marked() { [[ $(sqlite3 "$state/ledger.sqlite" 'SELECT count(*) FROM inspections WHERE published = 0') = 0 ]]; }
    PATIENCE=300 eventually 'all told' all_marked
    # Of one process, undisturbed: as much again must not take more.
    systemctl restart govreportd
    for settled in 1 2 3; do
        drop_batch $number 500 $inbox
        number=$((number + 500))
        PATIENCE=60 eventually 'all settled' all_settled
        PATIENCE=60 eventually 'all told' all_marked
        if ((settled == 1)); then
            memory=$(process memory)
            descriptors=$(process descriptors)
        fi
    done
    echo "# resident $memory kB, then $(process memory) kB; descriptors $descriptors, then $(process descriptors)"
    (($(process memory) < memory + 4000)) || fail "memory grew from $memory to $(process memory) kB"
    equal 'descriptors' "$descriptors" "$(process descriptors)"
    account "soak of $seconds s, $faults random faults, seed $seed" soak "$number"
}

run_tests
