// What AAA03 and AAA04 say, in plain words of our own.

extension EligibilityRejection {
  /// AAA03 in plain words, nil for a code that the guide does not know.
  package static func meaning(ofReason code: String) -> String? {
    switch code {
    case "04": "more was asked in one question than is allowed"
    case "15": "something that is required is missing"
    case "33": "the question has errors"
    case "35": "the provider is outside the network"
    case "41": "the sender may not ask"
    case "42": "the payer cannot answer now"
    case "43": "the provider's number is missing or wrong"
    case "44": "the provider's name is missing or wrong"
    case "45": "the provider's speciality is missing or wrong"
    case "46": "the provider's telephone number is missing or wrong"
    case "47": "the provider's state is missing or wrong"
    case "48": "the referring provider's number is missing or wrong"
    case "49": "the provider is not the primary care physician"
    case "50": "the provider may not ask"
    case "51": "the provider is not known to the payer"
    case "52": "the provider was not enrolled on the day of service"
    case "53": "the service does not fit the kind of provider"
    case "54": "the kind of procedure code is not allowed"
    case "55": "the procedure code is not allowed"
    case "56": "a date is wrong"
    case "57": "the date of service is missing or wrong"
    case "58": "the date of birth is missing or wrong"
    case "60": "the date of birth is after the date of service"
    case "61": "the patient died before the date of service"
    case "62": "the date of service is too far back or ahead"
    case "63": "the date of service lies in the future"
    case "64": "the patient's number is missing or wrong"
    case "65": "the patient's name is missing or wrong"
    case "66": "the patient's sex is missing or wrong"
    case "67": "the patient is not known to the payer"
    case "68": "the patient's number belongs to more than one person"
    case "69": "the service does not fit the patient's age"
    case "70": "the service does not fit the patient's sex"
    case "71": "the date of birth is not the one the payer knows"
    case "72": "the member number is missing or wrong"
    case "73": "the subscriber's name is missing or wrong"
    case "74": "the subscriber's sex is missing or wrong"
    case "75": "the subscriber is not known to the payer"
    case "76": "the member number belongs to more than one subscriber"
    case "77": "the subscriber is known to the payer, but not the patient"
    case "78": "the subscriber is not in the group or plan that was named"
    case "79": "the sender's number is not known"
    case "80": "nobody answered in time"
    case "97": "the provider's address is missing or wrong"
    case "98": "the service counts as experimental"
    case "AA": "the authorization number is not known"
    case "AE": "the primary care physician must authorize it"
    case "AF": "the diagnosis codes are missing or wrong"
    case "AG": "the procedure codes are missing or wrong"
    case "AO": "more is needed about the condition of the patient"
    case "CI": "the certification data do not fit the patient"
    case "E8": "a medical review is required"
    case "IA": "the authorization number has a wrong form"
    case "MA": "the authorization number is missing"
    case "T4": "the payer's name or number is missing"
    default: nil
    }
  }

  /// AAA04 in plain words, nil for a code that the guide does not know.
  package static func meaning(ofFollowUp code: String) -> String? {
    switch code {
    case "C": "correct it and ask again"
    case "N": "do not ask again"
    case "P": "send the same question again"
    case "R": "you may ask again"
    case "S": "do not ask again, the payer asks a third party"
    case "W": "wait 30 days and ask again"
    case "X": "wait 10 days and ask again"
    case "Y": "do not ask again, the payer keeps the question and answers shortly"
    default: nil
    }
  }
}
