/// The program that inspects, as the ledger names it: another version may read another figure.
public enum Engine {
  public static let version = "0.1.0"
}
