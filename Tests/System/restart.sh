#!/bin/bash
# Stops, crashes and restarts: every report is inspected, none is lost.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

told() { # PREFIX: how many of its reports have an entry
    entries ".MESSAGE_ID == \"${id[report]}\" and (.GOVREPORT_FILE | startswith(\"$1-\"))" |
        jq -r .GOVREPORT_FILE | sort -u | wc -l
}

test_files_wait_while_it_is_stopped() {
    systemctl stop govreportd
    eventually 'an entry of the stop' has_entry stop
    [[ ! -s $state/ledger.sqlite-wal ]] || fail 'part of the ledger is left in its log'
    prepare waiting 20
    drop_prepared
    sleep 1
    equal 'files in the inbox' 20 "$(number_in inbox)"
    systemctl start govreportd
    eventually 'all inspected' done_are 20
    equal 'reports told' 20 "$(told waiting)"
}

test_sigterm_finishes_the_file_in_hand() {
    local before=20
    prepare queued 3000
    drop_prepared
    systemctl stop govreportd
    equal 'the result' success "$(property Result)"
    equal 'files in hand' 0 "$(number_in work)"
    equal 'files altogether' $((before + 3000)) "$(($(number_in inbox) + $(number_done)))"
    (($(number_in inbox) > 0)) || fail 'all were inspected before the stop: it shows nothing'
    systemctl start govreportd
    PATIENCE=120 eventually 'the others inspected' done_are $((before + 3000))
    equal 'reports told' 3000 "$(told queued)"
}

test_kill_loses_nothing() {
    local before=3020
    prepare killed 2000
    drop_prepared
    systemctl kill --signal=KILL govreportd
    PATIENCE=120 eventually 'all inspected' done_are $((before + 2000))
    (($(property NRestarts) > 0)) || fail 'it was not restarted: it shows nothing'
    eventually 'nothing in hand' idle
    equal 'reports told' 2000 "$(told killed)"
}

test_start_brings_a_lost_folder_back() {
    systemctl stop govreportd
    rmdir $inbox
    rm -r $state/rejected
    systemctl start govreportd
    equal 'the inbox' '3730 govreportd govreport' "$(stat -c '%a %U %G' $inbox)"
    equal 'rejected/' '750 govreportd govreportd' "$(stat -c '%a %U %G' $state/rejected)"
    drop /dev/null nothing.txt
    lands rejected nothing.txt
}

test_running_again_after_the_crash() {
    equal 'the state' active "$(property ActiveState)"
    (($(count_entries start) >= 4)) || fail "entries of a start: $(count_entries start)"
}

run_tests
