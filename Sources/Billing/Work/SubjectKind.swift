/// The kinds of work: what an item may be about, by its name in the database.
package typealias SubjectKind = WorkSubject.Kind
