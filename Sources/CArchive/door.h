// The members of a zip file, by libarchive.
#pragma once
#include <archive.h>
#include <archive_entry.h>
