#!/bin/bash
# Who may do what: members of group govreport drop, those of group govreportd read, others nothing.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
useradd --groups govreport member
useradd --groups govreport colleague
useradd stranger
useradd --groups govreport,govreportd reader
cp $samples/shiqiao-town-2022.txt /tmp/report.txt
chmod 644 /tmp/report.txt

as() { runuser -u "$1" -- "${@:2}"; } # USER COMMAND...

test_member_drops_a_file() {
    as member cp /tmp/report.txt $inbox/from-member.txt || fail 'the member could not drop a file'
    lands flagged from-member.txt
    [[ $(findings from-member.txt) ]] || fail "no findings; $(situation)"
}

test_member_drops_a_file_that_others_may_not_read() {
    variant private >/tmp/private.txt
    chmod 644 /tmp/private.txt
    as member bash -c "umask 027; cp --no-preserve=mode /tmp/private.txt $inbox/private.txt"
    lands passed private.txt
}

test_member_cannot_list_the_inbox() {
    refused 'listing the inbox' as member ls $inbox
}

test_reader_reads_outcomes() {
    contains 'the flagged folder' from-member.txt "$(as reader ls $state/flagged 2>&1)"
    refused 'forging an outcome' as reader touch $state/passed/forged.txt
}

test_member_cannot_read_what_another_dropped() {
    local name=between-us.txt
    refused 'listing outcomes' as colleague ls $state/flagged
    refused 'reading a report of another' as colleague cat $state/flagged/from-member.txt
    # In the inbox, too, under a name that is known and whatever its owner's umask.
    systemctl stop govreportd
    as member bash -c "umask 000; cat /tmp/report.txt >$inbox/$name; mkdir $inbox/folder; cp /tmp/report.txt $inbox/folder"
    refused 'reading a file of another in the inbox' as colleague cat $inbox/$name
    refused 'writing to it' as colleague bash -c "echo >> $inbox/$name"
    refused 'reading a folder of another' as colleague ls $inbox/folder
    refused 'reading a file in it' as colleague cat $inbox/folder/report.txt
    systemctl start govreportd
    lands flagged $name
    lands flagged folder/report.txt
    rmdir $inbox/folder
}

test_what_a_private_umask_hides_is_read_all_the_same() {
    variant masked >/tmp/masked.txt
    chmod 644 /tmp/masked.txt
    as member bash -c "umask 077; cat /tmp/masked.txt >$inbox/masked.txt"
    lands passed masked.txt
}

test_journal_is_not_for_everyone() {
    refused 'reading alerts' as colleague bash -c 'journalctl -t govreportd -o cat | grep -q .'
}

test_member_cannot_write_outcomes() {
    refused 'writing into passed/' as member touch $state/passed/forged.txt
    refused 'removing from flagged/' as member rm -f $state/flagged/from-member.txt
}

test_stranger_can_do_nothing() {
    refused 'dropping' as stranger cp /tmp/report.txt $inbox/from-stranger.txt
    refused 'listing the inbox' as stranger ls $inbox
    refused 'reading outcomes' as stranger ls $state/flagged
    [[ ! -e $inbox/from-stranger.txt ]] || fail 'the file is there'
}

test_nobody_reads_the_ledger() {
    local file
    for file in "$state"/ledger.sqlite*; do
        refused "reading $file" as colleague cat "$file"
        refused "reading $file" as stranger cat "$file"
    done
    [[ -s $state/ledger.sqlite ]] || fail 'there is no ledger'
    refused 'reading the ledger' as member cat $state/ledger.sqlite
    refused 'reading the ledger' as stranger cat $state/ledger.sqlite
}

test_member_cannot_take_away_what_a_colleague_dropped() {
    systemctl stop govreportd
    as colleague cp /tmp/report.txt $inbox/from-colleague.txt
    refused 'removing it' as member rm -f $inbox/from-colleague.txt
    refused 'renaming it' as member mv -f $inbox/from-colleague.txt $inbox/mine.txt
    systemctl start govreportd
    eventually 'it is taken' idle
}

run_tests
