#!/bin/bash
# PDF and Word files are converted by programs of their own, inside the sandbox of the unit.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service

# A page of text: one paragraph a line.
pdf_of() { # FILE LINE...
    local file=$1 line offset=720 content='BT /F1 12 Tf' object
    shift
    for line in "$@"; do
        content+=" 1 0 0 1 72 $offset Tm <$(printf %s "$line" | iconv -t UTF-16BE | od -An -v -tx1 | tr -d ' \n')> Tj"
        ((offset -= 24))
    done
    content+=' ET'
    local -a objects=(
        '<< /Type /Catalog /Pages 2 0 R >>'
        '<< /Type /Pages /Count 1 /Kids [6 0 R] >>'
        '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>'
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>'
        '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>'
        "<< /Length ${#content} >> stream
$content
endstream"
    )
    {
        echo '%PDF-1.4'
        for object in "${!objects[@]}"; do
            printf '%s 0 obj\n%s\nendobj\n' $((object + 1)) "${objects[object]}"
        done
        printf 'trailer << /Size 8 /Root 1 0 R >>\n%%%%EOF\n'
    } >"$file"
}

reports_have() { # FILE CONDITION
    has_entry report ".GOVREPORT_FILE == \$file and ($2)" --arg file "$1"
}

test_a_pdf_is_read_inside_the_sandbox() {
    pdf_of /tmp/report.pdf '云溪县2023年政府信息公开工作年度报告' '一、总体情况' '全年公开政府信息三条。' \
        '二、主动公开政府信息情况' '三、收到和处理政府信息公开申请情况' '四、政府信息公开行政复议、行政诉讼情况' \
        '五、存在的主要问题及改进情况' '个别栏目更新不及时。' '六、其他需要报告的事项' '没有收取信息处理费。'
    drop /tmp/report.pdf
    lands flagged report.pdf
    reports_have report.pdf '.GOVREPORT_YEAR == "2023"' || fail "no entry of the report with its year; $(situation)"
}

test_what_is_no_word_file_is_rejected_by_its_converter() {
    {
        printf '\320\317\021\340\241\261\032\341'
        head --bytes=8192 /dev/zero | tr '\0' '\7'
    } >/tmp/broken.doc
    drop /tmp/broken.doc
    lands rejected broken.doc
    lacks 'the reason' '无法启动' "$(entries '.GOVREPORT_FILE == "broken.doc"')"
    contains 'the reason' antiword "$(entries '.GOVREPORT_FILE == "broken.doc"')"
}

# In the place of a converter, for one test. It may start no other program, only become one.
stand_in() { # PROGRAM LINE
    mv "/usr/bin/$1" "/usr/bin/$1.true"
    printf '#!/bin/bash\n%s\n' "$2" >"/usr/bin/$1"
    chmod 755 "/usr/bin/$1"
}
tidy_up() {
    local program
    for program in pdftotext antiword; do
        [[ ! -e /usr/bin/$program.true ]] || mv "/usr/bin/$program.true" "/usr/bin/$program"
    done
}

slow_pdf() { printf '%%PDF-1.4\n%% %s\n' "$1" >"/tmp/$1"; } # NAME

test_a_slow_converter_is_ended_and_others_go_on() {
    local since daemon restarts file
    daemon=$(property MainPID)
    restarts=$(property NRestarts)
    stand_in pdftotext 'exec sleep 300'
    since=$SECONDS
    slow_pdf slow.pdf
    variant beside >/tmp/beside.txt
    drop /tmp/slow.pdf
    sleep 0.5
    drop /tmp/beside.txt
    PATIENCE=20 lands rejected slow.pdf
    lands passed beside.txt
    echo "# a converter that hangs: both files done after $((SECONDS - since)) s"
    ((SECONDS - since < 20)) || fail "it took $((SECONDS - since)) s"
    contains 'the reason' 'pdftotext' "$(entries '.GOVREPORT_FILE == "slow.pdf"')"
    contains 'the reason' '10 秒' "$(entries '.GOVREPORT_FILE == "slow.pdf"')"
    ! pgrep --full 'sleep 300' >/dev/null || fail 'the converter still runs'
    equal 'the process' "$daemon" "$(property MainPID)"
    equal 'how often it was restarted' "$restarts" "$(property NRestarts)"
}

test_slow_ones_keep_neither_others_nor_the_watchdog_waiting() {
    local i
    mkdir -p /run/systemd/system/govreportd.service.d
    printf '%s\n' '[Service]' WatchdogSec=4 >/run/systemd/system/govreportd.service.d/test.conf
    systemctl daemon-reload
    systemctl stop govreportd
    stand_in pdftotext 'exec sleep 2'
    # Taken in one batch: each is slow, not too slow, and together they are.
    for i in {1..6}; do
        slow_pdf "late$i.pdf"
        variant "late$i" >"/tmp/late$i.txt"
        drop "/tmp/late$i.pdf"
        drop "/tmp/late$i.txt"
    done
    # An archive of them is one file.
    (cd /tmp && for i in {7..9}; do slow_pdf "late$i.pdf"; done && perl -MIO::Compress::Zip=:all -e \
        'my $o = shift; zip [@ARGV] => $o or die $ZipError' /tmp/late.zip late{7..9}.pdf)
    drop /tmp/late.zip
    systemctl start govreportd
    half_told() { (($(count_entries report '.GOVREPORT_FILE | startswith("late")') >= 3)); }
    PATIENCE=10 eventually 'what is ready is told while others are slow' half_told
    all_done() { (($(find "$state"/{passed,flagged,incomplete,rejected} -name 'late*' -type f | wc -l) == 13)); }
    PATIENCE=60 eventually 'all done' all_done
    equal 'how often it was restarted' 0 "$(property NRestarts)"
    rm /run/systemd/system/govreportd.service.d/test.conf
    systemctl daemon-reload
    systemctl restart govreportd
}

test_the_journal_has_nothing_but_entries_of_its_own() {
    systemctl restart govreportd
    sleep 1
    systemctl stop govreportd
    systemctl start govreportd
    sync_journal
    equal 'other lines of the unit' '' "$(journalctl _SYSTEMD_UNIT=govreportd.service -o json |
        jq -c 'select(.SYSLOG_IDENTIFIER != "govreportd" or (.GOVREPORT_RULES_HASH == null and .MESSAGE_ID == null)) | .MESSAGE')"
    equal 'denials by the kernel or systemd' '' "$(journalctl -u govreportd -o cat | grep -iE 'denied|not permitted|SECCOMP')"
}

run_tests
