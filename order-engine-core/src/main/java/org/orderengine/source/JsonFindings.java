package org.orderengine.source;

import java.util.Collection;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.text.Suggestion;

/**
 * Takes what is wrong with a text that is read to its end. The reader says what it found and where, by place and by path; the words are
 * those of offers and scenarios, unless an implementation has others. Paths lead from the whole, whose path is empty, like {@code
 * states.created.on}.
 */
@FunctionalInterface
public interface JsonFindings {

    /** Takes a finding: its place, and what is wrong there. */
    void add(Place place, String message);

    /** Takes note that an object is read, before any of its members is. */
    default void entered(String path, ObjectValue object) {}

    /** Takes note of a member that has its place in an object. */
    default void known(String path, Place place) {}

    /** Takes a member of an object of that path, the names of whose members are others. */
    default void unknown(String path, Member member, Collection<String> names) {
        String meant = Suggestion.didYouMean(member.name(), names);
        add(
                member.place(),
                "unknown key \"" + member.name() + "\"" + (meant.isEmpty() ? "; use one of " + names : meant));
    }

    /** Takes the name of a member that the object of that path lacks. */
    default void missing(String path, Place object, String name) {
        add(object, "\"" + name + "\" is missing");
    }

    /** Takes a value that is not what is expected. */
    default void wrong(String path, Value value, String expected) {
        add(value.place(), "expected " + expected + ", found " + value.describe());
    }
}
