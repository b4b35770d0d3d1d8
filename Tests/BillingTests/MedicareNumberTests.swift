import Billing
import Testing

@Suite("Medicare numbers and plain letters")
struct MedicareNumberTests {
  @Test("the form of a Medicare number, without the letters that look like digits")
  func form() {
    for number in ["1EG4TE5MK72", "1EG4TE5MK73", "9A00A00AA00", "1S00GP8HR19"] {
      #expect(MedicareNumber.isInForm(number), "\(number)")
    }
    for number in [
      "00450", "", "0EG4TE5MK72", "1EG4-TE5-MK72", "1eg4te5mk72", "1SG4TE5MK72", "1EG4TE5MO72",
      "1EB4TE5MK72", "1EG4TE5MK7Z", "AEG4TE5MK72", "1S00GP8HS19", "1EG4TE5MK721",
    ] {
      #expect(!MedicareNumber.isInForm(number), "\(number)")
    }
    #expect(MedicareNumber.isMadeUp("1S00GP8HR19") && !MedicareNumber.isMadeUp("1EG4TE5MK72"))
  }

  @Test("names are compared by their plain letters")
  func letters() {
    let names: [(written: String, plain: String)] = [
      ("NGUYỄN", "NGUYEN"), ("Nguye\u{302}\u{303}n", "NGUYEN"), ("Đặng Thị", "DANGTHI"),
      ("O'Neil-Smith", "ONEILSMITH"), ("Strauß", "STRAUSS"), ("DOE", "DOE"), ("Ærø", "AERO"),
      ("Иван", "ИВАН"), ("", ""), ("Kaʻahumanu", "KAAHUMANU"),
    ]
    for (written, plain) in names {
      #expect(PlainLetter.letters(of: written).filter { $0 != "\u{2BB}" } == plain, "\(written)")
    }
  }

  @Test("a name of letters that no plain one stands for cannot be written")
  func writing() {
    for name in ["Doe", "Nguyễn", "Nguye\u{302}\u{303}n", "Kaʻahumanu", "", "O’Roe", "Müller 3"] {
      #expect(PlainLetter.canWrite(name), "\(name)")
    }
    for name in ["Иван", "日本", "Smith Иванов", "ƷØ"] {
      #expect(!PlainLetter.canWrite(name), "\(name)")
    }
  }
}
