// The HTML parser and the XML reader of libxml2.
#pragma once
#include <libxml/xmlversion.h>
// Its headers would bring ICU's along, which contradict the ICU of the Swift runtime. They change nothing but
// the end of a structure that no program but the library looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

// Swift makes no functions of as many arguments as there are.
static void cxml_drop(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// In this thread the library writes no errors to standard error from now on, those included that belong to no
// document.
static inline void cxml_keep_quiet(void) {
  xmlSetGenericErrorFunc(NULL, cxml_drop);
  xmlSetStructuredErrorFunc(NULL, NULL);
}
