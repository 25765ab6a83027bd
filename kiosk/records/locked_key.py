"""A private key under a passphrase: PKCS #8 as `openssl pkcs8 -scrypt` makes it, slower to guess.

`cryptography` reads this form and writes only one with 2,048 rounds of PBKDF2, which a graphics
card tries millions of times a second. So the few bytes around the ciphertext are written here.
Stock tools open it: openssl pkey -in clinic.key -out plain.key
"""

import base64
import os
import textwrap

# RFC 7914: memory is 128 x N x r bytes = 16 MB, the most that OpenSSL takes without being asked;
# p makes up for it. OWASP's list gives p = 5 for this N; twice that takes about a second.
COST_N, COST_R, COST_P = 2**14, 8, 10
_SALT = _BLOCK = 16
_PBES2, _SCRYPT, _AES_256_CBC = "2a864886f70d01050d", "2b06010401da47040b", "60864801650304012a"
_SEQUENCE, _OCTETS, _INTEGER, _OBJECT = 0x30, 0x04, 0x02, 0x06
_LONG = 0x80  # from here on a length takes bytes of its own
_LABEL = "ENCRYPTED PRIVATE KEY"


def locked_pem(pkcs8: bytes, passphrase: bytes) -> bytes:
    """Return a PKCS #8 private key, DER, as PEM that opens with the passphrase alone."""
    from cryptography.hazmat.primitives import padding
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    salt, start = os.urandom(_SALT), os.urandom(_BLOCK)
    key = Scrypt(salt, 32, COST_N, COST_R, COST_P).derive(passphrase)
    padder = padding.PKCS7(8 * _BLOCK).padder()
    padded = padder.update(pkcs8) + padder.finalize()
    cipher = Cipher(algorithms.AES256(key), modes.CBC(start)).encryptor()
    ciphertext = cipher.update(padded) + cipher.finalize()
    return _pem(_sequence(_algorithm(salt, start), _der(_OCTETS, ciphertext)))


def _algorithm(salt: bytes, start: bytes) -> bytes:
    """Return PBES2 with its key derivation and its cipher, RFC 8018 and RFC 7914."""
    cost = (_number(one) for one in (COST_N, COST_R, COST_P))
    derive = _sequence(_named(_SCRYPT), _sequence(_der(_OCTETS, salt), *cost))
    encrypt = _sequence(_named(_AES_256_CBC), _der(_OCTETS, start))
    return _sequence(_named(_PBES2), _sequence(derive, encrypt))


def _pem(der: bytes) -> bytes:
    lines = textwrap.wrap(base64.b64encode(der).decode("ascii"), 64)
    return "\n".join((f"-----BEGIN {_LABEL}-----", *lines, f"-----END {_LABEL}-----", "")).encode()


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, b"".join(parts))


def _named(oid: str) -> bytes:
    return _der(_OBJECT, bytes.fromhex(oid))


def _number(value: int) -> bytes:
    # One bit more than the value has, so that it is never taken for a negative one.
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1))


def _der(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < _LONG:
        return bytes((tag, length)) + content
    size = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes((tag, _LONG | len(size))) + size + content
