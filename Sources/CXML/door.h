// The HTML parser and the XML reader of libxml2.
#pragma once
#include <libxml/xmlversion.h>
// Its headers would bring ICU's along, which contradict the ICU of the Swift runtime. They change nothing but
// the end of a structure that no program but the library looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
