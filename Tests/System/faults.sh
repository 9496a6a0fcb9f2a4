#!/bin/bash
# What breaks around the daemon: its own process, the journal, the disk, the inbox, the clock. Nothing is
# lost, all is said, and it goes on by itself. --long has larger numbers.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
let_journald_restart
install_service
RANDOM=${GOVREPORT_SEED:-$RANDOM}
readonly seed=$RANDOM
RANDOM=$seed
echo "# seed $seed"

large() { echo $((${LONG_TESTS:-0} ? $1 : $2)); } # NUMBER WITH --long, OTHERWISE

# Many reports are made quicker by Perl: PREFIX-N.txt beside the inbox.
make_reports() { # PREFIX NUMBER [FOLDER]
    local folder=${3-$state/prepared}
    rm -rf "$folder"
    mkdir -p "$folder"
    # shellcheck disable=SC2016 # it is Perl
    perl -e 'my ($from, $to, $prefix, $number) = @ARGV; open F, "<", $from; local $/; my $text = <F>;
        for my $i (1 .. $number) {
            (my $other = $text) =~ s/在各村设一名信息员/在各村设第$prefix$i名信息员/ or die;
            open O, ">", "$to/$prefix-$i.txt" or die $!; print O $other; close O }' \
        $samples/shiqiao-town-2022.txt "$folder" "$1" "$2"
    chgrp -R govreport "$folder"
    chmod -R g+rX "$folder"
}

outcomes_of() { find $state/{passed,flagged,incomplete,rejected} -type f -name "$1-*" | wc -l; } # PREFIX
all_out() { (($(outcomes_of "$1") == $2)); } # PREFIX NUMBER
all_told() { # PREFIX NUMBER
    (($(entries ".MESSAGE_ID == \"${id[report]}\" and (.GOVREPORT_FILE | startswith(\"$1-\"))" |
        jq -r .GOVREPORT_FILE | sort -u | wc -l) == $2))
}
finish() { # FAULT PREFIX NUMBER
    PATIENCE=${PATIENCE:-120} eventually "$1: all moved" all_out "$2" "$3"
    PATIENCE=${PATIENCE:-120} eventually "$1: all told" all_told "$2" "$3"
    account "$1" "$2" "$3"
    equal "$1: files left in hand" 0 "$(number_in inbox work)"
}

# For the rest of a test; the next has the unit as it is.
unit_option() { # OPTION...
    mkdir -p /run/systemd/system/govreportd.service.d
    printf '%s\n' '[Service]' "$@" >$drop_in
    systemctl daemon-reload
    systemctl restart govreportd
}
readonly drop_in=/run/systemd/system/govreportd.service.d/test.conf
tidy_up() {
    [[ -e $drop_in ]] || return 0
    rm $drop_in
    systemctl daemon-reload
    systemctl restart govreportd
}

test_killed_again_and_again_in_a_burst() {
    local number kills=0 before
    number=$(large 10000 1500)
    before=$(property NRestarts)
    make_reports killed "$number"
    drop_prepared
    while ! all_out killed "$number" && ((kills < 60)); do
        sleep 0.$((RANDOM % 8 + 1))
        systemctl kill --signal=KILL govreportd 2>/dev/null && kills=$((kills + 1))
        eventually 'it runs again' pidof -q govreportd
    done
    (($(property NRestarts) - before > 2)) || fail 'it was hardly ever killed: it shows nothing'
    echo "# killed $(($(property NRestarts) - before)) times"
    finish "kill -9, $(($(property NRestarts) - before)) times in a burst" killed "$number"
}

test_journal_is_stopped() {
    make_reports stopped 100
    systemctl stop systemd-journald{,-audit,-dev-log}.socket systemd-journald.service 2>/dev/null
    drop_prepared
    PATIENCE=60 eventually 'all moved although nobody listens' all_out stopped 100
    eventually 'the status' status_has 告警暂未送达
    systemctl start systemd-journald.socket systemd-journald-dev-log.socket systemd-journald.service
    finish 'journald stopped' stopped 100
    eventually 'the status' status_lacks 告警暂未送达
}

test_journal_is_restarted() {
    make_reports restarted 600
    drop_prepared
    for _ in 1 2 3; do
        sleep 0.2
        systemctl restart systemd-journald
    done
    finish 'journald restarted, 3 times in a burst' restarted 600
}

test_journal_hangs() {
    local pid
    unit_option WatchdogSec=3
    make_reports hung 500
    pid=$(systemctl show systemd-journald --property MainPID --value)
    kill -STOP "$pid"
    drop_prepared
    PATIENCE=60 eventually 'all moved although the journal hangs' all_out hung 500
    # Longer than the watchdog's patience.
    sleep 5
    kill -CONT "$pid"
    finish 'journald hung' hung 500
    equal 'how often it was restarted' 0 "$(property NRestarts)"
}

test_disk_of_the_journal_is_full() {
    make_reports journal-full 100
    mount -t tmpfs -o size=24m journal /var/log/journal
    systemctl restart systemd-journald
    dd if=/dev/zero of=/var/log/journal/filler bs=1M status=none 2>/dev/null || :
    drop_prepared
    PATIENCE=120 eventually 'all moved' all_out journal-full 100
    PATIENCE=120 finish 'disk of the journal full' journal-full 100
    rm /var/log/journal/filler
    umount --lazy /var/log/journal
    systemctl restart systemd-journald
}

test_disk_of_the_state_is_full() {
    systemctl stop govreportd
    mount -t tmpfs -o size=24m,mode=751,uid=govreportd,gid=govreportd state $state
    systemd-tmpfiles --create govreportd.conf
    systemctl start govreportd
    make_reports full 200
    dd if=/dev/zero of=$state/filler bs=1M status=none 2>/dev/null || :
    dd if=/dev/zero of=$state/filler2 bs=4k status=none 2>/dev/null || :
    drop_prepared
    eventually 'the status' status_has 磁盘已满
    eventually 'an entry about it' has_entry intake '.MESSAGE | contains("暂停收件")'
    equal 'the state' active "$(property ActiveState)"
    rm $state/filler $state/filler2
    finish 'disk of the state full' full 200
    eventually 'the status' status_lacks 磁盘已满
    systemctl stop govreportd
    umount $state
    systemctl start govreportd
}

test_ledger_is_locked_by_another() {
    local seconds=10 restarts pauses
    # A watchdog that would bark at a daemon that waits for the lock.
    unit_option WatchdogSec=4
    restarts=$(property NRestarts)
    pauses=$(count_entries intake '.MESSAGE | contains("正被另一个进程占用")')
    make_reports locked 50
    rm -f /tmp/is-locked /tmp/is-free
    sqlite3 -cmd '.timeout 5000' $state/ledger.sqlite 'BEGIN IMMEDIATE' \
        ".shell touch /tmp/is-locked; sleep $seconds; touch /tmp/is-free" ROLLBACK &
    eventually 'it is locked' test -e /tmp/is-locked
    drop_prepared
    PATIENCE=5 eventually 'the status says it promptly' status_has 正被另一个进程占用
    while status_has 正被另一个进程占用; do sleep 0.1; done
    [[ -e /tmp/is-free ]] || fail 'the status stopped saying it while it was locked'
    finish "ledger locked for $seconds s" locked 50
    equal 'how often it was restarted' "$restarts" "$(property NRestarts)"
    equal 'how often it was told' 1 $(($(count_entries intake '.MESSAGE | contains("正被另一个进程占用")') - pauses))
    eventually 'the status' status_lacks 正被另一个进程占用
}

test_ledger_is_locked_when_nothing_comes_in() {
    # What was said cannot be marked: that, too, is told while it is so, and no longer.
    make_reports idle 20
    systemctl stop systemd-journald{,-audit,-dev-log}.socket systemd-journald.service 2>/dev/null
    drop_prepared
    PATIENCE=60 eventually 'all moved although nobody listens' all_out idle 20
    rm -f /tmp/is-locked /tmp/is-free
    sqlite3 -cmd '.timeout 5000' $state/ledger.sqlite 'BEGIN IMMEDIATE' \
        ".shell touch /tmp/is-locked; sleep 6; touch /tmp/is-free" ROLLBACK &
    eventually 'it is locked' test -e /tmp/is-locked
    systemctl start systemd-journald.socket systemd-journald-dev-log.socket systemd-journald.service
    PATIENCE=5 eventually 'the status says it promptly' status_has 正被另一个进程占用
    while status_has 正被另一个进程占用; do sleep 0.1; done
    [[ -e /tmp/is-free ]] || fail 'the status stopped saying it while it was locked'
    finish 'ledger locked while the journal is told' idle 20
    lacks 'the status' 告警暂未送达 "$(property StatusText)"
}

test_ledger_is_locked_at_the_start() {
    make_reports early 20
    systemctl stop govreportd
    rm -f /tmp/is-locked
    sqlite3 -cmd '.timeout 5000' $state/ledger.sqlite 'BEGIN IMMEDIATE' '.shell touch /tmp/is-locked; sleep 5' ROLLBACK &
    eventually 'it is locked' test -e /tmp/is-locked
    drop_prepared
    # The service manager tries again until it can be opened.
    systemctl start govreportd 2>/dev/null || :
    PATIENCE=5 eventually 'the status says it promptly' status_has 正被另一个进程占用
    finish 'ledger locked at the start' early 20
    eventually 'the status' status_lacks 正被另一个进程占用
}

test_ledger_is_not_readable_at_the_start() {
    make_reports unreadable 20
    systemctl stop govreportd
    chmod 000 $state/ledger.sqlite
    # It is its own file: it gives itself the permission back, and what is known stays known.
    systemctl start govreportd
    drop_prepared
    finish 'ledger without permissions at the start' unreadable 20
    equal 'mode of the ledger' 600 "$(stat -c %a $state/ledger.sqlite)"
    equal 'ledgers set aside' '' "$(find $state -name '*.damaged-*')"
}

test_events_are_lost() {
    unit_option WatchdogSec=0
    make_reports overflow 300
    kill -STOP "$(property MainPID)"
    # Two files in and out until the kernel's queue is full: what comes after that is not announced.
    # shellcheck disable=SC2016 # it is Perl
    perl -e 'my ($limit, $in, $out) = @ARGV; for my $f ("a", "b") { open O, ">", "$out/$f.part"; close O }
        for (1 .. $limit / 2 + 100) { for my $f ("a", "b") { rename "$out/$f.part", "$in/$f.part"; rename "$in/$f.part", "$out/$f.part" } }' \
        "$(</proc/sys/fs/inotify/max_queued_events)" $inbox $state
    drop_prepared
    kill -CONT "$(property MainPID)"
    finish 'inotify queue overflow' overflow 300
    eventually 'an entry about it' has_entry intake '.MESSAGE | contains("内核丢弃了部分通知")'
}

test_inbox_is_mounted_over_and_unmounted() {
    make_reports mounted 40
    # As on a machine that was booted: what is mounted reaches services that run already.
    mount --make-rshared /
    systemctl restart govreportd
    mount -t tmpfs -o mode=3730,uid=govreportd,gid=govreport inbox $inbox
    sleep 1
    # It is another file system: the files have to be copied.
    cp $state/prepared/mounted-{1..9}.txt $inbox
    mkdir -m 2770 $inbox/sub
    chown govreportd:govreport $inbox/sub
    cp $state/prepared/mounted-1?.txt $inbox/sub
    PATIENCE=60 eventually 'those in the mount' all_out mounted 19
    [[ -f $state/flagged/sub/mounted-10.txt ]] || fail "its path was not kept; $(situation)"
    umount $inbox || fail 'the daemon keeps the file system busy'
    for file in $state/prepared/mounted-{20..40}.txt; do drop "$file"; done
    PATIENCE=60 eventually 'those under the mount' all_out mounted 40
    account 'inbox mounted over, on another file system, unmounted' mounted 40
}

test_inbox_is_replaced() {
    make_reports replaced 60
    for file in $state/prepared/replaced-{1..20}.txt; do drop "$file"; done
    # What is moved away with its folder is nobody's loss but its mover's.
    eventually 'those in the first' all_out replaced 20
    mv $inbox $state/old-inbox
    install -d -m 3730 -o govreportd -g govreport $inbox
    for file in $state/prepared/replaced-{21..40}.txt; do drop "$file"; done
    rm -rf $state/third
    install -d -m 3730 -o govreportd -g govreport $state/third
    for file in $state/prepared/replaced-{41..60}.txt; do mv "$file" $state/third; done
    PATIENCE=60 eventually 'those in the second' all_out replaced 40
    rmdir $inbox
    mv $state/third $inbox
    finish 'inbox replaced, removed, moved back' replaced 60
    rmdir $state/old-inbox
}

test_folders_are_dropped_whole() {
    make_reports folder 60 $state/prepared
    mkdir -p /tmp/whole/县局/2022
    mv $state/prepared/folder-{1..30}.txt /tmp/whole/县局
    mv $state/prepared/folder-{31..60}.txt /tmp/whole/县局/2022
    # Made by root with mode 755: nothing can be taken away from it.
    cp -r /tmp/whole/县局 $inbox
    PATIENCE=60 eventually 'all inspected' all_out folder 60
    [[ -f $state/flagged/县局/2022/folder-31.txt ]] || fail "its path was not kept; $(situation)"
    eventually 'an entry about one' has_entry intake '.MESSAGE | contains("已复制一份检查")'
    equal 'the originals' 60 "$(find $inbox/县局 -type f | wc -l)"
    systemctl restart govreportd
    sleep 3
    equal 'what a restart inspects again' 60 "$(outcomes_of folder)"
    account 'folders copied in, 60 files that cannot be taken away' folder 60
    local verified
    verified=$(govreport ledger verify) || fail "verify counts differences: $verified"
    contains 'verify' "原件  $inbox/县局/folder-1.txt：已检查" "$verified"
    contains 'verify' '0 处不一致，另有 60 个原件留在收件箱' "$verified"
    rm -r $inbox/县局 /tmp/whole
    verified=$(govreport ledger verify) || fail "verify counts differences: $verified"
    lacks 'verify when they are gone' 原件 "$verified"
}

test_a_file_is_in_the_writing_for_long() {
    local pieces
    pieces=$(large 30 4)
    # Open all the while; folders that appear make the daemon look around.
    # shellcheck disable=SC2016 # it is Perl
    perl -e 'my ($from, $to, $pieces) = @ARGV; open F, "<", $from; local $/; my $text = <F>; open O, ">", $to; O->autoflush;
        my $size = int(length($text) / $pieces) + 1;
        for (my $i = 0; $i < $pieces; $i++) { print O substr($text, $i * $size, $size); mkdir "$to.d$i"; sleep 2 } close O' \
        $samples/yunxi-2023.txt $inbox/slow-1.txt "$pieces" &
    sleep $((pieces * 2 - 1))
    [[ -f $inbox/slow-1.txt ]] || fail 'it was taken while it was written'
    wait
    lands passed slow-1.txt
    cmp $samples/yunxi-2023.txt $state/passed/slow-1.txt || fail 'it is not whole'
    rmdir $inbox/slow-1.txt.d*
    account "written for $((pieces * 2)) s" slow 1 0
}

test_written_renamed_rewritten_at_once() {
    local i number=100
    make_reports same 300
    for ((i = 1; i <= number; i++)); do
        cat $state/prepared/same-$i.txt >$inbox/same-a.txt
        mv $inbox/same-a.txt $inbox/same-b.txt 2>/dev/null || :
        cat $state/prepared/same-$((i + number)).txt >$inbox/same-a.txt
        mv -f $state/prepared/same-$((i + 2 * number)).txt $inbox/same-c.txt
    done
    chmod g+r $inbox/* 2>/dev/null || :
    eventually 'all taken' idle
    sleep 1
    eventually 'all taken' idle
    # A file that is overwritten in the inbox before it was taken is gone by the hand of who did it; what
    # was taken is whole.
    find $state/prepared/.. -type f -name 'same-*' -exec grep -L 收费 {} + >/tmp/torn
    equal 'torn files' '' "$(xargs -r grep -L 收取 </tmp/torn)"
    equal 'reports rejected or incomplete' 0 "$(find $state/{rejected,incomplete} -name 'same-*' | wc -l)"
    account 'written, renamed, rewritten at once' same "$(outcomes_of same)"
}

test_reload_in_a_burst() {
    make_reports reloaded 1000
    drop_prepared
    for _ in {1..6}; do
        systemctl reload govreportd
        sleep 0.1
    done
    finish 'reload, 6 times in a burst' reloaded 1000
}

test_second_daemon_refuses() {
    refused 'a second one on the state folder' timeout 10 govreportd --foreground-log
    refused 'a second one on the inbox' timeout 10 govreportd --foreground-log --inbox $inbox --state /tmp/other
    make_reports second 20
    drop_prepared
    finish 'second daemon on one inbox' second 20
}

test_clock_is_set() {
    local place=/tmp/clock daemon number since
    # Two clocks of the C library with a shift that the test writes into a file.
    cat >/tmp/clock.c <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <time.h>
int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, time);
    if (clock == CLOCK_REALTIME) {
        long shift = 0;
        FILE *file = fopen("/tmp/clock/shift", "r");
        if (file) { if (fscanf(file, "%ld", &shift) != 1) shift = 0; fclose(file); }
        time->tv_sec += shift;
    }
    return result;
}
END
    clang -shared -fPIC -o /tmp/clock.so /tmp/clock.c -ldl
    mkdir -p $place/state/inbox
    echo 0 >$place/shift
    for number in {1..5}; do variant "clock$number" >"$place/state/inbox/$number.txt"; done
    LD_PRELOAD=/tmp/clock.so .build/release/govreportd --state $place/state --rules Rules --foreground-log 2>$place/log &
    daemon=$!
    ended() { (($(find "$place/state/passed" -type f 2>/dev/null | wc -l) == $1)); }
    eventually 'those before' ended 5
    number=5
    for since in -86400 31536000 -400000000; do
        echo $since >$place/shift
        # One is announced, one found by a scan alone.
        variant "clock$since" >$place/$since.txt
        mkdir $place/new
        variant "found$since" >$place/new/found.txt
        mv $place/$since.txt $place/state/inbox/
        number=$((number + 1))
        eventually "the clock $since s off" ended $number
        mv $place/new $place/state/inbox/new$since
        number=$((number + 1))
        eventually "found with the clock $since s off" ended $number
    done
    kill $daemon
    wait $daemon || fail "it ended with $?"
    echo "| clock set back a day, forth a year, back 13 years | $number | $(find $place/state/passed -type f | wc -l) | 0 | 0 |"
}

test_very_many_wait_at_the_start() {
    local number before after
    number=$(large 100000 8000)
    systemctl stop govreportd
    make_reports waiting "$number"
    drop_prepared
    systemctl start govreportd
    sleep 1
    before=$(memory VmRSS)
    PATIENCE=600 eventually 'all moved' all_out waiting "$number"
    after=$(memory VmHWM)
    echo "# resident at the start $before kB, at the peak $after kB"
    ((after < 64000)) || fail "resident at the peak: $after kB"
    PATIENCE=300 finish "$number files waiting at the start" waiting "$number"
}
memory() { sed -n "s/^$1:[^0-9]*\([0-9]*\) kB/\1/p" "/proc/$(property MainPID)/status"; }

run_tests
