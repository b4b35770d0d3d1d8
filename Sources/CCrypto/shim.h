// SHA-256 of the system's libcrypto (OpenSSL).
//
// The plain functions stand here instead of EVP, which OpenSSL 3 would rather have: they allocate
// nothing, read no configuration and cannot fail, so that no caller has a failure to handle.
#ifndef DOCKET_CCRYPTO_SHIM_H
#define DOCKET_CCRYPTO_SHIM_H

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
