#ifndef CRE2_H
#define CRE2_H

/// A thin door to RE2: patterns that match in linear time, whoever wrote them.
/// Nothing throws across it, and a compiled pattern may be used from several threads at once.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;
typedef struct cre2_set cre2_set;

/// Compiles a UTF-8 pattern in which `^` and `$` mean line ends and nothing matches a line feed.
/// Never null unless memory is out; ask `cre2_pattern_error` whether it compiled.
cre2_pattern *cre2_pattern_new(const char *bytes, size_t length);
void cre2_pattern_free(cre2_pattern *pattern);

/// 0 when the pattern compiled, otherwise RE2's error code.
int cre2_pattern_error(const cre2_pattern *pattern);
/// Copies the part of the pattern that is at fault, cut to the capacity; returns its length.
size_t cre2_pattern_error_part(const cre2_pattern *pattern, char *buffer, size_t capacity);

/// How many capturing groups, the whole match not counted.
size_t cre2_pattern_groups(const cre2_pattern *pattern);
/// The number of a named group, or -1.
int cre2_pattern_group(const cre2_pattern *pattern, const char *name, size_t length);
/// Copies the name of the numbered group, cut to the capacity; returns its length, 0 when unnamed.
size_t cre2_pattern_group_name(const cre2_pattern *pattern, int number, char *buffer, size_t capacity);

/// Finds the leftmost match at or after `start`. `ranges` takes lower and upper offsets in turn for
/// the match and each of `groups` groups, -1 for a group that took no part.
int cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start,
                       ptrdiff_t *ranges, size_t groups);

/// Many patterns looked for in one pass.
cre2_set *cre2_set_new(void);
void cre2_set_free(cre2_set *set);
/// Adds a pattern, which must compile on its own; returns its index, or -1.
int cre2_set_add(cre2_set *set, const char *bytes, size_t length);
/// Returns 1 when the set is ready, 0 when it is too large.
int cre2_set_compile(cre2_set *set);
/// Sets `hits[i]` to 1 for each pattern that occurs in the text. Returns -1 when the search gave up,
/// in which case nothing is known of any pattern.
int cre2_set_match(const cre2_set *set, const char *text, size_t length, uint8_t *hits, size_t count);

#ifdef __cplusplus
}
#endif

#endif
