// The SHA-256 of libgcrypt, which libsystemd brings along anyway.
#pragma once
#include <gcrypt.h>
