#!/usr/bin/env python3
"""Verifies the signature of a receipt by OpenSSL 3, without Gongkai.

    python3 verify-receipt.py receipt.json receipt-keys.json

receipt.json is the answer to a submission, or of GET /api/v1/reports/{agency}/{year}/revisions/{n}/receipt;
receipt-keys.json is that of GET /api/v1/receipt-keys. Exit code 0: the receipt is valid; 1: it is not.
"""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

PATHS = {"decidedAt": ("decision", "at"), "withdrawnAt": ("withdrawal", "at")}
SIGNED = ("agency", "year", "revision", "status", "contentHash", "submittedAt", "decidedAt", "withdrawnAt", "ruleBook")
# The encoding of a public key of Ed25519 (RFC 8410), up to the key itself.
PREFIX = bytes.fromhex("302a300506032b6570032100")


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def member(receipt, name):
    for key in PATHS.get(name, (name,)):
        receipt = (receipt or {}).get(key)
    return receipt


def is_signed(message, signature, key):
    with tempfile.TemporaryDirectory() as folder:
        files = {name: pathlib.Path(folder, name) for name in ("message", "signature", "key.der")}
        for name, content in (("message", message), ("signature", signature), ("key.der", PREFIX + key)):
            files[name].write_bytes(content)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", files["key.der"],
                   "-in", files["message"], "-sigfile", files["signature"]]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main(receipt_file, keys_file):
    receipt = json.loads(pathlib.Path(receipt_file).read_text("utf-8"))
    keys = {key["kid"]: key for key in json.loads(pathlib.Path(keys_file).read_text("utf-8"))["keys"]}
    header, payload, signature = receipt["signature"].split(".")
    head = json.loads(decoded(header))
    if head["alg"] != "EdDSA" or head["typ"] != "receipt+jws" or "crit" in head:
        sys.exit("invalid: no signature of a receipt")
    if head["kid"] not in keys:
        sys.exit("invalid: unknown key " + head["kid"])
    if not is_signed((header + "." + payload).encode("ascii"), decoded(signature), decoded(keys[head["kid"]]["x"])):
        sys.exit("invalid: the signature does not fit")
    stated = json.loads(decoded(payload))
    for name in SIGNED:
        if member(receipt, name) != stated.get(name):
            sys.exit("invalid: the receipt was changed: " + name)
    print("valid:", json.dumps(stated, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
