import Foundation
import Testing
import X12

/// Public sample files, when they lie beside the project; they are no part of it.
enum ClaimCorpus {
  static let isThere = X12Corpus.isThere

  static func files(_ kind: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: X12Corpus.folder.appending(path: kind).path())
    return (names ?? []).sorted().map { kind + "/" + $0 }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: X12Corpus.folder.appending(path: name)))
  }
}

@Suite(
  "Public 837P samples", .enabled(if: ClaimCorpus.isThere, "no sample files beside the project"))
struct ClaimCorpusTests {
  @Test("every claim is read, and can be sent and read again", arguments: ClaimCorpus.files("837P"))
  func professional(name: String) throws {
    guard let file = try? X12File(try ClaimCorpus.bytes(name)) else { return }
    for set in file.sets where set.code == "837" {
      let (read, problems) = Transmission837P.read(file: file, set: set)
      let text = String(decoding: file.bytes[set.range], as: UTF8.self)
      let starts = segments("CLM", in: text, set.delimiters)
      if problems.contains(where: { $0.place.element == "ST" }) {
        #expect(read.claims.isEmpty)
        continue
      }
      #expect(read.claims.count == starts)
      #expect(
        read.claims.map(\.lines.count).reduce(0, +) == segments("LX", in: text, set.delimiters))
      let sent = Transmission837P(header: read.header, claims: read.claims)
        .encode(envelope: ClaimSamples.envelope)
      let again = try ClaimSamples.read(sent).0
      let twice = again.encode(envelope: ClaimSamples.envelope)
      #expect(twice == sent)
      for claim in read.claims {
        #expect(try Claim837P(image: claim.encodeImage()) == claim)
      }
    }
  }

  /// How often a segment begins in a text, counted without the reader.
  private func segments(_ name: String, in text: String, _ delimiters: Delimiters) -> Int {
    text.unicodeScalars.split { $0.value == UInt32(delimiters.segment) }.count {
      String(String.UnicodeScalarView($0)).trimmingCharacters(in: .whitespacesAndNewlines)
        .uppercased()
        .hasPrefix(name + String(Unicode.Scalar(delimiters.element)))
    }
  }

  @Test("no segment of a clean sample is lost when it is sent again")
  func nothingLost() throws {
    for name in ClaimCorpus.files("837P") where name.contains("005010X222A2") {
      let file = try X12File(try ClaimCorpus.bytes(name))
      for set in file.sets {
        let (read, _) = Transmission837P.read(file: file, set: set)
        let sent = read.encode(
          envelope: {
            var envelope = ClaimSamples.envelope
            envelope.delimiters = set.delimiters
            return envelope
          }())
        let before = ids(file.bytes[set.range], set.delimiters)
        let after = try X12File(sent)
        let whole = try #require(after.sets.first)
        #expect(ids(after.bytes[whole.range], set.delimiters) == before, "\(name)")
      }
    }
  }

  private func ids(_ bytes: ArraySlice<UInt8>, _ delimiters: Delimiters) -> [String: Int] {
    var counts: [String: Int] = [:]
    for segment in bytes.split(separator: delimiters.segment) {
      let id = segment.drop { $0 <= 0x20 }.prefix { $0 != delimiters.element }
      if !id.isEmpty { counts[String(decoding: id, as: UTF8.self), default: 0] += 1 }
    }
    // A claim of the same subscriber shares its loop when it is sent again.
    counts["HL"] = nil
    return counts
  }
}
