#!/bin/bash
# Kills the daemon at every system call on a file's way and checks what Sources/Inbox/STATES.md claims.
#
# strace stops a thread before its nth call of a kind and kills the process there, so nothing has to be
# built into the daemon for it.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

readonly page=Sources/Inbox/STATES.md
readonly name=x.txt
# Calls that change what the next start finds. `write` is what is said, here to standard error.
readonly calls=(renameat2 mkdirat unlinkat fsync fdatasync pwrite64 write)
place='' drop_place='' daemon=''
declare -A meaning=() seen=()
# The points at which it was killed, a line each: scenario, state found, thread, call, its number.
readonly points_hit=/tmp/points-hit
: >$points_hit

# Reads the table of states: a state's columns, as marks in a row, are its key.
read_page() {
    local _ row arrived unfinished work outcome recorded marked
    while IFS='|' read -r _ row arrived unfinished work outcome recorded marked _; do
        [[ $row =~ ^\ [a-z]+\ $ && $row != ' state ' ]] || continue
        [[ $outcome = *[a-z]* ]] || # a row of another table
            meaning[$(signature "$arrived" "$unfinished" "$work" "$outcome" "$recorded" "$marked")]=${row// /}
    done <$page
    equal 'the states on the page' 8 "${#meaning[@]}"
}

signature() { # COLUMN...
    local column result=''
    for column; do [[ $column = *[×1-9]* ]] && result+=x || result+=-; done
    echo "$result"
}

count() { find "$1" -type f -name "$2" 2>/dev/null | wc -l; } # FOLDER PATTERN

ledger() { sqlite3 "file:$place/state/ledger.sqlite?mode=ro" "SELECT count(*) FROM inspections WHERE $1" 2>/dev/null || echo 0; }

state_of_file() {
    signature "$(count "$drop_place" "$name")" "$(count "$place/state/work" '.copy-*')" \
        "$(count "$place/state/work" 'x*.txt')" \
        "$(find "$place"/state/{passed,flagged,incomplete,rejected} -type f | wc -l)" \
        "$(ledger 1)" "$(ledger 'published = 1')"
}

start() {
    .build/release/govreportd --state "$place/state" --inbox "$drop_place" --rules Rules --foreground-log \
        2>>"$place/log" &
    daemon=$!
    # The shell need not say that it was killed.
    disown "$daemon"
    local _
    for _ in {1..500}; do
        [[ $(grep -c 开始监视 "$place/log") != "$1" ]] || return 0
        sleep 0.01
    done
    fail "the daemon did not start: $(<"$place/log")"
}

is_done() { [[ $(state_of_file) = ---xxx ]]; }

thread_named() { grep -lx "$1" "/proc/$daemon"/task/*/comm | cut -d / -f 5; } # NAME

is_traced() { grep -q '^TracerPid:[[:space:]]*[1-9]' "/proc/$daemon/task/$1/status"; } # THREAD

number_of() { if [[ $1 = main ]]; then echo "$daemon"; else thread_named "$1"; fi; } # THREAD

# Makes a thread take its time with each call of a kind, so that it loses the race with the other.
slow_down() { # THREAD CALL
    local thread
    thread=$(number_of "$1")
    strace -q -p "$thread" -o /dev/null -e "trace=$2" -e "inject=$2:delay_enter=300000" 2>/dev/null &
    disown $!
    until is_traced "$thread"; do sleep 0.01; done
}

# Runs until all is done and kills it then.
run_to_the_end() {
    mv "$place/$name" "$drop_place/$name"
    eventually 'all done' is_done
    kill -KILL "$daemon"
    while kill -0 "$daemon" 2>/dev/null; do sleep 0.01; done
}

# Runs until the nth CALL of a thread (- is the end), or until all is done; fails in that case.
run_to() { # THREAD CALL NUMBER [strace OPTION...]
    local thread tracer status=0
    [[ $2 != - ]] || { run_to_the_end && return; }
    thread=$(number_of "$1")
    strace -q -p "$thread" -o /dev/null -e "trace=$2,fsync,write" -e "inject=$2:signal=KILL:when=$3" "${@:4}" 2>/dev/null &
    tracer=$!
    disown $tracer
    until is_traced "$thread"; do sleep 0.01; done
    # shellcheck disable=SC2086 # words
    [[ ! ${slow-} ]] || slow_down $slow
    mv "$place/$name" "$drop_place/$name"
    while kill -0 "$daemon" 2>/dev/null; do
        if is_done; then
            sleep 0.05
            kill -0 "$daemon" 2>/dev/null || break
            sleep 0.05
            kill "$tracer" 2>/dev/null
            while kill -0 "$tracer" 2>/dev/null; do sleep 0.01; done
            ! kill -0 "$daemon" 2>/dev/null || { stop && status=1; }
            break
        fi
        sleep 0.02
    done
    kill "$tracer" 2>/dev/null
    return $status
}

stop() {
    local before
    before=$(grep -c 已停止 "$place/log") || :
    kill "$daemon"
    while kill -0 "$daemon" 2>/dev/null; do sleep 0.01; done
    equal 'how often it stopped in order' $((before + 1)) "$(grep -c 已停止 "$place/log")"
}

# What the page says of a state, after the next start.
check_claims() { # STATE POINT
    local said
    eventually "$2: nothing left in inbox and work" nothing_left
    eventually "$2: everything marked" everything_marked
    stop
    equal "$2: unfinished copies" 0 "$(count "$place/state/work" '.*')"
    equal "$2: folders left in work" 0 "$(find "$place/state/work" -mindepth 1 | wc -l)"
    said=$(grep -c 'narrative-applications' "$place/log")
    case $1 in
    recorded | moved) ((said == 1 || said == 2)) || fail "$2: said $said times after $1" ;;
    *) equal "$2: how often it was said after $1" 1 "$said" ;;
    esac
    equal "$2: findings recorded" 1 "$(ledger "duplicate_of IS NULL")"
    [[ $1 = copied ]] || equal "$2: files in the end" 1 "$(number_in_outcomes)"
    [[ $1 != copied ]] || equal "$2: files in the end" 2 "$(number_in_outcomes)"
    find "$place/state/flagged" -type f -exec cmp -s {} Tests/Samples/shiqiao-town-2022.txt \; -print >"$place/same"
    equal "$2: files with their contents" "$(number_in_outcomes)" "$(wc -l <"$place/same")"
}
number_in_outcomes() { find "$place"/state/{passed,flagged,incomplete,rejected} -type f | wc -l; }
nothing_left() { (($(count "$drop_place" '*') + $(count "$place/state/work" '*') == 0)); }
everything_marked() { [[ $(ledger 'published = 0') = 0 ]]; }

# Kills it at one point, starts it again and checks; fails when the point never came.
kill_at() { # SCENARIO INBOX THREAD CALL NUMBER [strace OPTION...]
    local found point="$1, $3 $4 $5"
    place=$(mktemp -d /var/tmp/crash.XXX)
    drop_place=${2/PLACE/$place}
    rm -rf "$drop_place"
    mkdir -p "$drop_place"
    : >"$place/log"
    cp Tests/Samples/shiqiao-town-2022.txt "$place/$name"
    start 1
    if ! run_to "${@:3}"; then
        rm -rf "$place"
        return 1
    fi
    found=${meaning[$(state_of_file)]-}
    [[ $found ]] || fail "$point: no state of the page: $(state_of_file)"
    seen[$found]=$((${seen[$found]-0} + 1))
    points=$((points + 1))
    echo "$1 $found ${*:3:3}" >>$points_hit
    start 2
    check_claims "$found" "$point"
    rm -rf "$place"
}

kill_everywhere() { # SCENARIO INBOX NUMBER-OF-LAST-RENAME EXPECTED-STATES...
    local thread call number stride wanted points=0
    seen=()
    for thread in main journal; do
        for call in "${calls[@]}"; do
            stride=1
            # The ledger's pages and the lines of the log are many of a kind.
            [[ ${LONG_TESTS-} || $call != *write* ]] || stride=4
            for ((number = 1; number <= 200; number += stride)); do
                kill_at "$1" "$2" $thread "$call" $number || break
            done
        done
    done
    # The two threads race; here the one that talks to the journal wins, and here it loses.
    kill_at "$1" "$2" main renameat2 "$3" -e inject=fsync:delay_enter=300000 || fail 'it was not killed'
    slow='journal write' kill_at "$1" "$2" main renameat2 "$3" || fail 'it was not killed'
    kill_at "$1" "$2" journal pwrite64 1 -e inject=write:delay_enter=300000 || fail 'it was not killed'
    slow='main fsync' kill_at "$1" "$2" journal pwrite64 1 || fail 'it was not killed'
    kill_at "$1" "$2" main - 0 || fail 'it was not killed'
    echo "# $1: killed at $points points: $(for wanted in "${!seen[@]}"; do echo -n "$wanted ${seen[$wanted]}, "; done)"
    for wanted in "${@:4}"; do
        [[ ${seen[$wanted]-} ]] || fail "$1: the state $wanted never came"
    done
}

test_on_one_file_system() {
    read_page
    kill_everywhere rename PLACE/state/inbox 2 dropped claimed recorded told moved 'done'
}

test_from_another_file_system() {
    read_page
    kill_everywhere copy /dev/shm/crash-inbox 3 dropped copying copied claimed recorded told moved 'done'
}

# How often it was killed in a step: in one of its calls, with the file in the state before or after it.
times_cut_off() { # FROM TO THREAD CALLS
    awk -v from="$1" -v to="$2" -v thread="$3" -v calls=" ${4//,/} " \
        '($2 == from || $2 == to) && $3 == thread && index(calls, " " $4 " ")' $points_hit
}

test_every_state_and_step_of_the_page_was_hit() {
    local _ step from to thread made_by hits number state_name steps=0
    read_page
    for state_name in "${meaning[@]}"; do
        number=$(awk -v name="$state_name" '$2 == name' $points_hit | wc -l)
        echo "# state $state_name: found at $number points"
        ((number > 0)) || fail "the state $state_name of $page never came"
    done
    while IFS='|' read -r _ step from to thread made_by _; do
        [[ $thread =~ ^\ (main|journal)\ $ ]] || continue
        steps=$((steps + 1))
        hits=$(times_cut_off "${from// /}" "${to// /}" "${thread// /}" "$made_by")
        echo "# step$step($from→$to): cut off before$(cut -d ' ' -f 1,4,5 <<<"$hits" | sort -uV | sed 's/^/ /; s/$/,/' | tr -d '\n')"
        [[ $hits ]] || fail "the step$step of $page, from$from to$to, was never cut off"
    done <$page
    equal 'the steps on the page' 9 $steps
}

test_a_file_that_ends_the_program_is_rejected_and_the_others_go_on() {
    local run
    place=$(mktemp -d /var/tmp/crash.XXX)
    drop_place=$place/state/inbox
    mkdir -p "$drop_place"
    : >"$place/log"
    for run in {1..9}; do variant "$run" >"$drop_place/x$run.txt"; done
    variant poison >"$drop_place/poison.txt"
    touch -d '1 minute ago' "$drop_place"/*
    for run in {1..4}; do
        # Killed whenever it opens that file, as a fault in a reader would have it.
        refused "run $run" timeout 20 strace -f -qq -o /dev/null -P poison.txt -e trace=openat \
            -e inject=openat:signal=KILL \
            .build/release/govreportd --state "$place/state" --rules Rules --foreground-log
    done
    start 1
    eventually 'nothing left in inbox and work' nothing_left
    stop
    equal 'what is rejected' poison.txt "$(ls "$place/state/rejected")"
    equal 'files passed' 9 "$(find "$place/state/passed" -type f | wc -l)"
    contains 'the log' 'poison.txt 拒收：检查这个文件时程序多次异常退出' "$(<"$place/log")"
    equal 'what is left in work' '' "$(ls -A "$place/state/work")"
}

run_tests
