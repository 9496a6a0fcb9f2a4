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
    truncate --size 10G $state/huge
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

test_socket_and_device() {
    perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0); bind($s, pack_sockaddr_un($ARGV[0])) or die $!' $inbox/socket.txt
    mknod $inbox/device.txt c 1 5
    eventually 'an entry about the socket' told_about socket.txt
    eventually 'an entry about the device' told_about device.txt
    still_works after-socket
}

test_link_to_the_passwords() {
    local before
    before=$(sum /etc/shadow)
    ln -s /etc/shadow $inbox/shadow.txt
    # A hard link is the file itself: it can be moved, not read.
    install -m 600 /etc/shadow $state/secret
    before=$(sum $state/secret)
    ln $state/secret $inbox/hard.txt
    eventually 'an entry about the link' told_about shadow.txt
    PATIENCE=60 lands rejected hard.txt
    equal 'the secret' "$before" "$(sum $state/secret)"
    # shellcheck disable=SC2016 # $part is jq's
    equal 'entries with what is in it' '' "$(entries 'tostring | contains($part)' --arg part "$(head -n 1 /etc/shadow)")"
    rm $state/secret $inbox/shadow.txt
    still_works after-link-to-passwords
}

# --- Contents. Each in a bounded time and memory, for a reason that is told, and kept.

memory() { sed -n "s/^$1:[^0-9]*\([0-9]*\) kB/\1/p" "/proc/$main_pid/status"; }

# Drops a file of these contents and prints what it cost.
rejects() { # NAME [MOST-MILLISECONDS [MOST-KILOBYTES]]
    local since took peak before
    before=$(sum "/tmp/$1")
    echo 5 >"/proc/$main_pid/clear_refs"
    since=${EPOCHREALTIME//./}
    drop "/tmp/$1"
    PATIENCE=60 eventually "$1 taken" told_about "$1"
    took=$(((${EPOCHREALTIME//./} - since) / 1000))
    peak=$(memory VmHWM)
    lands rejected "$1"
    echo "# $1: $took ms, at most $peak kB resident: $(entries ".GOVREPORT_FILE == \$file and .MESSAGE_ID == \"${id[report]}\"" --arg file "$1" | jq -r .MESSAGE | head -n 1)"
    equal "the content of $1" "$before" "$(sum "$state/rejected/$1")"
    ((took < ${2-10000})) || fail "$1 took $took ms"
    ((peak < ${3-400000})) || fail "$1 took $peak kB"
    equal 'the process' "$main_pid" "$(property MainPID)"
    rm "/tmp/$1"
}

archive() { # FILE MEMBER <CONTENTS
    perl -MIO::Compress::Zip=:all -e 'zip "-" => $ARGV[0], Name => $ARGV[1], -Level => 9 or die $ZipError' "$1" "$2"
}

test_archive_bombs() {
    head -c 1G /dev/zero | archive /tmp/bomb.docx word/document.xml
    rejects bomb.docx
    head -c 1G /dev/zero | archive /tmp/bomb.zip report.txt
    rejects bomb.zip
    # One in the other, five deep.
    head -c 256M /dev/zero | archive /tmp/inner.zip report.txt
    local level
    for level in 1 2 3 4; do
        archive /tmp/outer.zip "level$level.zip" </tmp/inner.zip
        mv /tmp/outer.zip /tmp/inner.zip
    done
    mv /tmp/inner.zip /tmp/nested.zip
    rejects nested.zip
}

test_entities_that_multiply() {
    {
        echo '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "haha">'
        for i in {1..30}; do echo "<!ENTITY a$i \"&a$((i - 1));&a$((i - 1));&a$((i - 1));&a$((i - 1));\">"; done
        echo ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a30;</w:t></w:r></w:p></w:body></w:document>'
    } | archive /tmp/entities.docx word/document.xml
    rejects entities.docx
    {
        echo '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        echo '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    } | archive /tmp/external.docx word/document.xml
    rejects external.docx
    equal 'entries with what it names' '' "$(entries 'tostring | contains("root:x:0")')"
}

test_nesting_and_cells_without_end() {
    perl -e 'print "<html><body>", "<div>" x 100000, "text", "</div>" x 100000' >/tmp/nested.html
    rejects nested.html
    perl -e 'print "<html><body>", "<table><tr><td>" x 100000, "text"' >/tmp/nested-tables.html
    rejects nested-tables.html
    perl -e 'print "<html><body><table>"; print "<tr>", "<td>1</td>" x 1000, "</tr>" for 1 .. 1000; print "</table>"' >/tmp/cells.html
    rejects cells.html
    perl -e 'print "<html><body><table><tr><td colspan=1000000 rowspan=1000000>1</td></tr></table>"' >/tmp/span.html
    rejects span.html
}

test_lines_and_numbers_without_end() {
    perl -e 'print "1" x 100_000_000' >/tmp/line.txt
    rejects line.txt
    perl -e 'print "政府信息公开" x 400_000' >/tmp/long-line.txt
    rejects long-line.txt
    perl -e 'print "本年度收到申请", "9" x 10000, "件"' >/tmp/number.txt
    rejects number.txt
}

test_bytes_that_are_no_text() {
    printf '\xff\xfe\xfd\x80\x81 \xc0\xaf \xe0\x80\xaf \xf8\x88\x80\x80\x80' >/tmp/overlong.txt
    rejects overlong.txt
    printf 'a\0b\0\0\0c' >/tmp/nul.txt
    rejects nul.txt
    head -c 1000000 /dev/urandom >/tmp/random.pdf
    rejects random.pdf
}

test_what_moves_cursors_reaches_nobody() {
    local raw
    # In the name, and in what a finding quotes.
    faulty_variant $'\e[2J\u202e\u2066\a' | sed $'s/各类政府信息条/各类\e]0;own\a政府\u202e信息条/' >/tmp/moving
    drop /tmp/moving $'moving\u202e\u2067\e[31m.txt'
    eventually 'the file taken' idle
    eventually 'an entry about it' has_entry report '.MESSAGE | tostring | test("moving")'
    raw=$(journalctl --all -t govreportd -o export --output-fields=MESSAGE,GOVREPORT_FILE,GOVREPORT_LHS,GOVREPORT_RHS,GOVREPORT_SUBJECT,GOVREPORT_AGENCY |
        grep -aP '[\x01-\x08\x0b-\x1f\x7f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' || :)
    equal 'entries that move a cursor or turn the text' '' "$raw"
    lacks 'the status' $'\u202e' "$(property StatusText)"
    still_works after-moving
}

test_rules_without_end() {
    local sites=/etc/govreportd/rules.d since
    perl -e 'print "# ", "x" x 50_000_000' >$sites/large.rules
    since=$SECONDS
    eventually 'the status' status_has 规则重载被拒绝
    rm $sites/large.rules
    eventually 'the status' status_lacks 规则重载被拒绝
    perl -e 'print "rule deep error \"深\" {\n  basis \"x\"\n  check ", "(" x 10000, "1", ")" x 10000, " == 1\n  message \"x\"\n}\n"' >$sites/deep.rules
    eventually 'the status' status_has 规则重载被拒绝
    rm $sites/deep.rules
    eventually 'the status' status_lacks 规则重载被拒绝
    echo "# rules of 50 MB and 10,000 deep: $((SECONDS - since)) s, at most $(memory VmHWM) kB resident"
    still_works after-rules
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
