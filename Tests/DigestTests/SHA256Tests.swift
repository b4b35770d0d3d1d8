import Testing

@testable import Digest

@Suite("SHA-256")
struct SHA256Tests {
  /// The messages of NIST's examples (FIPS 180-4, CAVP short messages) and their digests.
  private static let known = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("The known messages have their known digests", arguments: known)
  func whole(_ message: String, _ digest: String) {
    var hash = SHA256()
    hash.update(Array(message.utf8))
    #expect(hash.finish() == digest)
  }

  @Test("How the bytes are cut into pieces does not matter", arguments: [1, 7, 63, 64, 65])
  func pieces(_ length: Int) {
    for (message, digest) in Self.known {
      var hash = SHA256()
      var rest = Array(message.utf8)[...]
      while !rest.isEmpty {
        hash.update(rest.prefix(length))
        hash.update("".utf8)
        rest = rest.dropFirst(length)
      }
      #expect(hash.finish() == digest)
    }
  }

  @Test("Bytes that lie in no one piece of memory are taken too")
  func scattered() {
    var hash = SHA256()
    hash.update("cba".utf8.reversed())
    #expect(hash.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
