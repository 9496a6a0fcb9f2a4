#!/bin/bash
# Things in the inbox that are no reports, and an inbox that is not there.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
main_pid=$(property MainPID)
readonly main_pid

# The daemon must answer, by inspecting a report, and be the same process as ever.
still_works() { # NAME
    variant "$1" >"/tmp/$1.txt"
    drop "/tmp/$1.txt"
    PATIENCE=60 lands passed "$1.txt"
    equal 'the process' "$main_pid" "$(property MainPID)"
}

# shellcheck disable=SC2016 # $name is jq's
# Whether an entry about the inbox, or about a rejected report, names it.
told_about() { # PART OF THE NAME
    has_entry intake '[.MESSAGE, .GOVREPORT_FILE] | tostring | contains($name)' --arg name "$1" ||
        has_entry report '.GOVREPORT_VERDICT == "rejected" and ([.MESSAGE, .GOVREPORT_FILE] | tostring | contains($name))' \
            --arg name "$1"
}

kept() { # SHA256: the content is still somewhere below the state folder
    local number # and no newline of a name in the way
    number=$(find $state -type f ! -name 'ledger*' -exec sha256sum --zero {} + | tr '\0' '\n' | grep -c "^$1")
    ((number > 0))
}

sum() { sha256sum <"$1" | cut -d' ' -f1; }

test_fifo() {
    mkfifo -m 666 $inbox/pipe.txt
    eventually 'an entry about the FIFO' told_about pipe.txt
    still_works after-fifo
}

test_directory() {
    mkdir $inbox/folder.pdf
    cp $samples/yunxi-2023.txt $inbox/folder.pdf/inside.txt
    eventually 'an entry about the directory' told_about folder.pdf
    lands passed folder.pdf/inside.txt
    still_works after-directory
}

test_symbolic_link() {
    variant linked >/root/linked.txt
    ln -s /root/linked.txt $inbox/link.txt
    ln -s nowhere $inbox/dangling.txt
    eventually 'an entry about the link' told_about link.txt
    eventually 'an entry about the dangling link' told_about dangling.txt
    [[ -f /root/linked.txt ]] || fail 'the file that the link names is gone'
    ! kept "$(sum /root/linked.txt)" || fail 'the daemon followed the link'
    still_works after-link
}

test_name_with_newline_and_escape() {
    local name=$'two\nlines\e[31m\x07.txt' raw
    variant odd-name >/tmp/odd
    drop /tmp/odd "$name"
    eventually 'the file taken' idle
    kept "$(sum /tmp/odd)" || fail "its content is gone; $(situation)"
    eventually 'an entry about it' has_entry report '.MESSAGE | tostring | test("two")'
    raw=$(entries true | jq -r 'select(.MESSAGE | type != "string" or test("[\u0000-\u0009\u000b-\u001f\u007f]"))')
    equal 'entries with control characters' '' "$raw"
    equal 'messages of more than a line' '' "$(entries ".MESSAGE_ID == \"${id[report]}\"" |
        jq -c 'select(.MESSAGE | contains("\n"))')"
    lacks 'the status' $'\e' "$(property StatusText)"
    still_works after-odd-name
}

test_name_that_is_not_utf8() {
    local name=$'latin\xe9\xff.txt'
    variant latin >/tmp/latin
    drop /tmp/latin "$name"
    eventually 'the file taken' idle
    kept "$(sum /tmp/latin)" || fail "its content is gone; $(situation)"
    eventually 'an entry about it' has_entry report '.MESSAGE | tostring | test("latin")'
    still_works after-latin
}

test_empty_file() {
    drop /dev/null empty.txt
    lands rejected empty.txt
    eventually 'an entry about it' told_about empty.txt
}

test_binary_file() {
    drop /usr/bin/true binary.txt
    lands rejected binary.txt
    eventually 'an entry about it' told_about binary.txt
    kept "$(sum /usr/bin/true)" || fail 'its content is gone'
}

test_huge_file() {
    truncate --size 2G $state/huge
    chmod 644 $state/huge
    mv $state/huge $inbox/huge.txt
    eventually 'an entry about it' told_about huge.txt
    still_works after-huge
}

test_unreadable_file() {
    variant unreadable >/tmp/unreadable
    install -m 000 /tmp/unreadable $inbox/.unreadable.part
    mv $inbox/.unreadable.part $inbox/unreadable.txt
    eventually 'an entry about it' told_about unreadable.txt
    kept "$(sum /tmp/unreadable)" || fail 'its content is gone'
    still_works after-unreadable
}

test_temporary_files_wait() {
    local name names=(.hidden.txt "~\$report.txt" report.txt.part report.txt.swp report.txt.crdownload)
    for name in "${names[@]}"; do
        variant "$name" >"$inbox/$name"
    done
    still_works after-temporary
    for name in "${names[@]}"; do
        [[ -e $inbox/$name ]] || fail "$name was taken"
        rm "$inbox/$name"
    done
}

test_inbox_without_permission() {
    local before
    before=$(count_entries intake)
    chmod 000 $inbox
    said() { (($(count_entries intake) > before)); }
    variant locked >$inbox/locked.txt
    PATIENCE=90 eventually 'an entry about the inbox' said
    equal 'the state' active "$(property ActiveState)"
    chmod 3730 $inbox
    chgrp govreport $inbox/locked.txt
    chmod 640 $inbox/locked.txt
    PATIENCE=90 lands passed locked.txt
    still_works after-permission
}

test_inbox_vanishes_and_comes_back() {
    local before
    before=$(count_entries intake)
    mv $inbox $state/moved-away
    said() { (($(count_entries intake) > before)); }
    PATIENCE=90 eventually 'an entry about the inbox' said
    systemd-tmpfiles --create govreportd.conf
    still_works after-vanishing
    rm -r $state/moved-away
}

run_tests
