#ifndef CRE2_H
#define CRE2_H

/// A thin door to RE2: patterns that match in linear time, whoever wrote them.
/// Nothing throws across it, and a compiled pattern may be used from several threads at once.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/// Reads a UTF-8 pattern in which nothing matches a line feed; `^` and `$` mean line ends, or with `of_line` the
/// ends of the text. It is compiled when it is first matched. Of a pattern that is known to be `well_formed`, no more
/// than its size is looked at before. Never null unless memory is out; ask `cre2_pattern_error` whether it is sound.
cre2_pattern *cre2_pattern_new(const char *bytes, size_t length, bool of_line, bool well_formed);
void cre2_pattern_free(cre2_pattern *pattern);

/// The pattern as it was given, and its length in bytes.
const char *cre2_pattern_text(const cre2_pattern *pattern);
size_t cre2_pattern_length(const cre2_pattern *pattern);

/// 0 when the pattern is sound, otherwise RE2's error code.
int cre2_pattern_error(const cre2_pattern *pattern);
/// Copies the part of the pattern that is at fault, cut to the capacity; returns its length.
size_t cre2_pattern_error_part(const cre2_pattern *pattern, char *buffer, size_t capacity);

/// How many capturing groups, the whole match not counted.
size_t cre2_pattern_groups(const cre2_pattern *pattern);
/// Copies the name of the numbered group, cut to the capacity; returns its length, 0 when unnamed.
size_t cre2_pattern_group_name(const cre2_pattern *pattern, int number, char *buffer, size_t capacity);

/// Finds the leftmost match between `start` and `end`, or with `anchored` one that begins at `start`; what stands
/// around these tells where lines begin and end. `ranges` takes lower and upper offsets in turn for the match and each
/// of `groups` groups, -1 for a group that took no part; null when they are not asked for, which is less work.
bool cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, size_t end,
                        bool anchored, ptrdiff_t *ranges, size_t groups);

#ifdef __cplusplus
}
#endif

#endif
