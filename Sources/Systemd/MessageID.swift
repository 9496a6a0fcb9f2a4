/// The kinds of entries; each has a text in the message catalog under the same number.
public enum MessageID: String, Sendable, CaseIterable {
  case started = "9827d8174c544e558ba19e35307f83a9"
  case stopped = "9313e52a81b84b21b6eb2fa247a68c1b"
  case reloaded = "93c81de5ee184beea6531cf714dfde6f"
  case reloadRefused = "9d05dc85147846448dd85a76d47eb97e"
  case report = "91917e924b654fd890ef2f0ee94121bd"
  case finding = "7081d61fc60145efb49910df53d30cf1"
  case intakeProblem = "07af79180c6d4bf3950094b1b0066d5f"
}
