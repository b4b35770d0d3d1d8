/// Corrections that answer a rejection or a denial; each gives a new claim and keeps the rest.
///
/// Lines are named by their number from 1, as LX counts them; a line that is not there changes
/// nothing. Nothing is checked here: ``ClaimEdit`` looks at the result.
extension Claim837P {
  /// The claim as original (`1`), replacement (`7`) or void (`8`).
  ///
  /// - Parameters:
  ///   - frequency: CLM05-3.
  ///   - payerControlNumber: The payer's number of the claim to replace or void (REF*F8); empty
  ///     takes away the one that is there, as an original claim needs.
  /// - Returns: The corrected claim.
  package func replacing(frequency: String, payerControlNumber: String) -> Claim837P {
    changed {
      $0.frequency = frequency
      $0.references.setValue("F8", to: payerControlNumber)
    }
  }

  /// The claim with another number of ours (CLM01).
  package func replacing(controlNumber: String) -> Claim837P {
    changed { $0.controlNumber = controlNumber }
  }

  /// The claim with another member number of the subscriber.
  package func replacing(memberID: String) -> Claim837P {
    changed {
      $0.subscriber.party.name.id = memberID
      if $0.subscriber.party.name.idQualifier.isEmpty {
        $0.subscriber.party.name.idQualifier = "MI"
      }
    }
  }

  /// The claim with the patient named as given: the subscriber where the patient is none of its own.
  package func replacing(patientLast last: String, first: String) -> Claim837P {
    changingPatient {
      $0.name.last = last
      $0.name.first = first
    }
  }

  /// The claim with another birth date of the patient, CCYYMMDD (DMG02).
  package func replacing(birthDate: String) -> Claim837P {
    changingPatient {
      var known = $0.demographics ?? X12Demographics(birthDate: "", sex: "U")
      known.birthDate = birthDate
      $0.demographics = known
    }
  }

  /// The claim with another sex of the patient: F, M or U (DMG03).
  package func replacing(sex: String) -> Claim837P {
    changingPatient { $0.demographics?.sex = sex }
  }

  /// The claim with another group number of the subscriber (SBR03).
  package func replacing(groupNumber: String) -> Claim837P {
    changed { $0.subscriber.coverage.groupNumber = groupNumber }
  }

  /// The claim with another taxonomy of the billing provider (PRV*BI of loop 2000A).
  package func replacing(taxonomy code: String) -> Claim837P {
    changed { $0.billing.taxonomy = X12Taxonomy(role: "BI", qualifier: "PXC", code: code) }
  }

  /// The claim with another additional note of its own (NTE*ADD of loop 2300).
  package func replacing(claimNote note: String) -> Claim837P {
    changed { claim in
      if let place = claim.notes.firstIndex(where: { $0.code == "ADD" }) {
        claim.notes[place].text = note
      } else {
        claim.notes.insert(X12Note(text: note), at: 0)
      }
    }
  }

  /// A line with other days of service, CCYYMMDD (DTP*472); the same day twice is one day.
  package func replacing(serviceFrom from: String, through: String, line: Int) -> Claim837P {
    changing(line: line) { line in
      let date =
        from == through
        ? X12QualifiedDate("472", on: from)
        : X12QualifiedDate("472", format: "RD8", value: from + "-" + through)
      if let place = line.dates.firstIndex(where: { $0.qualifier == date.qualifier }) {
        line.dates[place] = date
      } else {
        line.dates.insert(date, at: 0)
      }
    }
  }

  /// The claim with another place of service.
  package func replacing(placeOfService: String) -> Claim837P {
    changed { $0.placeOfService = placeOfService }
  }

  /// The claim with other ICD-10 diagnoses, the principal one first; pointers stay as they are.
  package func replacing(diagnoses: [String]) -> Claim837P {
    changed { $0.diagnoses = Diagnosis837P.list(diagnoses) }
  }

  /// The claim with another code in one place of its diagnoses, counted from 1.
  package func replacing(diagnosis place: Int, with code: String) -> Claim837P {
    changed {
      guard place >= 1, place <= $0.diagnoses.count else { return }
      $0.diagnoses[place - 1].code = code
    }
  }

  /// The claim, or one of its lines, with another prior authorization (REF*G1); empty takes it away.
  package func replacing(priorAuthorization: String, line: Int? = nil) -> Claim837P {
    guard let line else {
      return changed { $0.references.setValue("G1", to: priorAuthorization) }
    }
    return changing(line: line) { $0.references.setValue("G1", to: priorAuthorization) }
  }

  /// A line with another procedure code.
  package func replacing(procedure code: String, line: Int) -> Claim837P {
    changing(line: line) { $0.procedure.code = code }
  }

  /// A line with other modifiers, in order.
  package func replacing(modifiers: [String], line: Int) -> Claim837P {
    changing(line: line) { $0.procedure.modifiers = modifiers }
  }

  /// A line with another quantity.
  package func replacing(units: String, line: Int) -> Claim837P {
    changing(line: line) { $0.units = units }
  }

  /// A line with another charge in cents; the claim's charge becomes the sum of the lines.
  package func replacing(chargeCents: Int64, line: Int) -> Claim837P {
    var claim = changing(line: line) { $0.chargeCents = chargeCents }
    claim.chargeCents = claim.lineChargeCents ?? claim.chargeCents
    return claim
  }

  /// A line with other diagnosis pointers.
  package func replacing(diagnosisPointers: [Int], line: Int) -> Claim837P {
    changing(line: line) { $0.diagnosisPointers = diagnosisPointers }
  }

  /// A line with another additional note (NTE*ADD); an empty one takes it away.
  package func replacing(note: String, line: Int) -> Claim837P {
    changing(line: line) { line in
      let place = line.notes.firstIndex { $0.code == "ADD" }
      switch (place, note.isEmpty) {
      case (let place?, true): line.notes.remove(at: place)
      case (let place?, false): line.notes[place].text = note
      case (nil, false): line.notes.insert(X12Note(text: note), at: 0)
      case (nil, true): break
      }
    }
  }

  /// One line, or every line, with another ordering provider (loop 2420E).
  package func replacing(orderingProvider: X12Party, line: Int? = nil) -> Claim837P {
    var provider = orderingProvider
    provider.name.entity = "DK"
    return changed {
      for index in $0.lines.indices where line == nil || line == index + 1 {
        let place = $0.lines[index].providers.firstIndex { $0.name.entity == "DK" }
        if let place {
          $0.lines[index].providers[place] = provider
        } else {
          $0.lines[index].providers.append(provider)
        }
      }
    }
  }

  private func changed(_ change: (inout Claim837P) -> Void) -> Claim837P {
    var claim = self
    change(&claim)
    return claim
  }

  private func changingPatient(_ change: (inout X12Party) -> Void) -> Claim837P {
    changed {
      if $0.patient != nil {
        if var patient = $0.patient {
          change(&patient.party)
          $0.patient = patient
        }
      } else {
        change(&$0.subscriber.party)
      }
    }
  }

  private func changing(
    line number: Int, _ change: (inout ServiceLine837P) -> Void
  ) -> Claim837P {
    changed {
      guard number >= 1, number <= $0.lines.count else { return }
      change(&$0.lines[number - 1])
    }
  }
}
