import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that are given piece by piece.
package struct SHA256: ~Copyable {
  private var state = SHA256_CTX()

  /// Nothing has been given yet.
  package init() {
    _ = unsafe SHA256_Init(&state)
  }

  /// Takes the bytes that follow; none change nothing.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    let wasTaken: Void? = bytes.withContiguousStorageIfAvailable { unsafe take($0) }
    if wasTaken == nil { unsafe Array(bytes).withUnsafeBufferPointer { unsafe take($0) } }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = unsafe SHA256_Update(&state, bytes.baseAddress, bytes.count)
  }

  /// The digest of all that was given, in 64 hexadecimal digits (lower case).
  package consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = unsafe SHA256_Final(&digest, &state)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
