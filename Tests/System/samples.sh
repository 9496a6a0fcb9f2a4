#!/bin/bash
# What the journal, the status line and the folders tell about the sample reports.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
for sample in "$samples"/*; do drop "$sample"; done
PATIENCE=60 eventually 'the samples inspected' done_are 5

# The rules that a sample breaks at the level of a warning or above, in order.
broken_rules() { # FILE
    findings "$1" '.GOVREPORT_OUTCOME == "fail" and (.PRIORITY | tonumber) <= 4' |
        jq -r .GOVREPORT_RULE | sort -u | xargs
}

verdict() { # FILE
    entries ".MESSAGE_ID == \"${id[report]}\" and .GOVREPORT_FILE == \$file" --arg file "$1" |
        jq -r .GOVREPORT_VERDICT
}

line_of() { grep -n -m1 -- "$2" "$samples/$1" | cut -d: -f1; } # FILE TEXT

# The only finding of a rule in a sample, or a failure.
the_finding() { # FILE RULE
    local found
    found=$(findings "$1" ".GOVREPORT_RULE == \"$2\" and .GOVREPORT_OUTCOME == \"fail\"")
    [[ $found && $found != *$'\n'* ]] || fail "$1 should have one finding of $2 and has «$found»"
    echo "$found"
}

field() { jq -r ".$2 // \"\"" <<<"$1"; } # ENTRY NAME

test_folders() {
    in_folder passed yunxi-2023.txt || fail "$(situation)"
    in_folder flagged shiqiao-town-2022.txt || fail "$(situation)"
    in_folder flagged lanping-water-2024.txt || fail "$(situation)"
    in_folder incomplete wuling-2020.txt || fail "$(situation)"
    in_folder rejected not-a-report.txt || fail "$(situation)"
    equal 'what is left in inbox and work' 0 "$(number_in inbox work)"
}

test_contents_are_untouched() {
    local sample
    for sample in "$samples"/*; do
        equal "the content of ${sample##*/}" "$(sha256sum <"$sample")" "$(cat $state/*/"${sample##*/}" | sha256sum)"
    done
}

test_verdicts() {
    equal yunxi-2023.txt passed "$(verdict yunxi-2023.txt)"
    equal shiqiao-town-2022.txt flagged "$(verdict shiqiao-town-2022.txt)"
    equal lanping-water-2024.txt flagged "$(verdict lanping-water-2024.txt)"
    equal wuling-2020.txt incomplete "$(verdict wuling-2020.txt)"
    equal not-a-report.txt rejected "$(verdict not-a-report.txt)"
}

test_exactly_the_planted_faults_are_found() {
    equal yunxi-2023.txt '' "$(broken_rules yunxi-2023.txt)"
    equal shiqiao-town-2022.txt 'count-missing fee-statement-missing narrative-applications' \
        "$(broken_rules shiqiao-town-2022.txt)"
    equal lanping-water-2024.txt 'injected-term t3-balance t3-row-total' "$(broken_rules lanping-water-2024.txt)"
    equal wuling-2020.txt '' "$(broken_rules wuling-2020.txt)"
    equal not-a-report.txt '' "$(broken_rules not-a-report.txt)"
}

test_fields_of_a_warning() {
    local entry line
    entry=$(the_finding shiqiao-town-2022.txt count-missing) || { echo "$entry"; exit 1; }
    line=$(line_of shiqiao-town-2022.txt 政府信息条)
    equal MESSAGE_ID "${id[finding]}" "$(field "$entry" MESSAGE_ID)"
    equal SYSLOG_IDENTIFIER govreportd "$(field "$entry" SYSLOG_IDENTIFIER)"
    equal PRIORITY 4 "$(field "$entry" PRIORITY)"
    equal GOVREPORT_SEVERITY warning "$(field "$entry" GOVREPORT_SEVERITY)"
    equal GOVREPORT_LINE "$line" "$(field "$entry" GOVREPORT_LINE)"
    equal GOVREPORT_YEAR 2022 "$(field "$entry" GOVREPORT_YEAR)"
    equal GOVREPORT_EDITION 2021 "$(field "$entry" GOVREPORT_EDITION)"
    contains GOVREPORT_AGENCY 石桥湾镇 "$(field "$entry" GOVREPORT_AGENCY)"
    equal GOVREPORT_SHA256 "$(sha256sum <$samples/shiqiao-town-2022.txt | cut -d' ' -f1)" \
        "$(field "$entry" GOVREPORT_SHA256)"
    [[ $(field "$entry" GOVREPORT_BASIS) ]] || fail "no GOVREPORT_BASIS in $entry"
    contains MESSAGE "shiqiao-town-2022.txt:$line " "$(field "$entry" MESSAGE)"
    contains MESSAGE '[count-missing]' "$(field "$entry" MESSAGE)"
    equal _SYSTEMD_UNIT govreportd.service "$(field "$entry" _SYSTEMD_UNIT)"
}

test_fields_of_an_error() {
    local entry
    entry=$(the_finding shiqiao-town-2022.txt narrative-applications) || { echo "$entry"; exit 1; }
    equal PRIORITY 3 "$(field "$entry" PRIORITY)"
    equal GOVREPORT_SEVERITY error "$(field "$entry" GOVREPORT_SEVERITY)"
    equal GOVREPORT_LINE "$(line_of shiqiao-town-2022.txt 申请6件)" "$(field "$entry" GOVREPORT_LINE)"
    contains MESSAGE 11 "$(field "$entry" MESSAGE)"
}

test_fields_of_a_critical_finding() {
    local entry
    entry=$(the_finding lanping-water-2024.txt injected-term) || { echo "$entry"; exit 1; }
    equal PRIORITY 2 "$(field "$entry" PRIORITY)"
    equal GOVREPORT_SEVERITY critical "$(field "$entry" GOVREPORT_SEVERITY)"
    equal GOVREPORT_LINE "$(line_of lanping-water-2024.txt 威廉希尔)" "$(field "$entry" GOVREPORT_LINE)"
    contains GOVREPORT_AGENCY 澜坪县 "$(field "$entry" GOVREPORT_AGENCY)"
}

test_arithmetic_names_its_figures() {
    local entry
    entry=$(the_finding lanping-water-2024.txt t3-row-total) || { echo "$entry"; exit 1; }
    equal PRIORITY 3 "$(field "$entry" PRIORITY)"
    equal 'the two sides' '8 9' "$(printf '%s\n' "$(field "$entry" GOVREPORT_LHS)" "$(field "$entry" GOVREPORT_RHS)" |
        sort -n | xargs)"
}

test_unreadable_cells_are_not_called_wrong() {
    local entries
    entries=$(findings wuling-2020.txt '.GOVREPORT_OUTCOME == "not_assessable"')
    [[ $entries ]] || fail "no not_assessable finding; $(situation)"
    equal 'entries without a cause' '' "$(jq -c 'select((.GOVREPORT_CAUSE // "") == "")' <<<"$entries")"
    equal 'their priorities' 6 "$(jq -r .PRIORITY <<<"$entries" | sort -u | xargs)"
}

test_findings_have_an_id_of_their_own() {
    local ids
    ids=$(entries ".MESSAGE_ID == \"${id[finding]}\"" | jq -r '.GOVREPORT_FINDING // "none"')
    contains 'the number of findings' y "$( ((${#ids} > 10)) && echo y)"
    lacks 'the ids' none "$ids"
    equal 'ids that are there twice' '' "$(sort <<<"$ids" | uniq -d)"
}

test_status_line() {
    local status
    status=$(property StatusText)
    contains 'the status' $inbox "$status"
    contains 'the status' '报告 5 份' "$status"
    contains 'the status' '待处理 0' "$status"
    lacks 'the status' 规则重载被拒绝 "$status"
}

test_catalog_explains() {
    local text
    text=$(journalctl --no-pager -x -t govreportd "MESSAGE_ID=${id[finding]}" GOVREPORT_RULE=count-missing)
    contains 'journalctl -x' '年度报告中的问题：count-missing' "$text"
    contains 'journalctl -x' 'A finding in a report' "$text"
    contains 'journalctl -x' '规则 count-missing 在 shiqiao-town-2022.txt 第' "$text"
}

test_catalog_has_every_kind() {
    local kind
    for kind in "${!id[@]}"; do
        journalctl --dump-catalog "${id[$kind]}" &>/dev/null || fail "no catalog entry for $kind"
    done
}

test_same_bytes_are_told_once() {
    local before
    before=$(findings shiqiao-town-2022.txt | wc -l)
    drop $samples/shiqiao-town-2022.txt again.txt
    eventually 'the copy inspected' idle
    eventually 'the copy moved' done_are 6
    equal 'findings under the new name' 0 "$(findings again.txt | wc -l)"
    equal 'findings under the old name' "$before" "$(findings shiqiao-town-2022.txt | wc -l)"
}

test_same_name_twice_loses_nothing() {
    variant 1 >/tmp/variant
    drop /tmp/variant yunxi-2023.txt
    eventually 'both kept' done_are 7
    equal 'copies of the first' 1 "$(find $state -type f -exec sha256sum {} + |
        grep -c "^$(sha256sum <$samples/yunxi-2023.txt | cut -d' ' -f1)")"
}

run_tests
