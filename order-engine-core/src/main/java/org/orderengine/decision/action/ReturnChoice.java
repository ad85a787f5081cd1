package org.orderengine.decision.action;

import java.util.stream.Stream;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Return;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** The return that an action is about. */
final class ReturnChoice {

    /** The key that names an existing return. */
    static final PayloadKey RETURN =
            PayloadKey.part(ChildKind.RETURN, "which return").orElse("the only one that it can mean");

    private ReturnChoice() {}

    /** An action about a return, which may still be open after the end of its order. */
    static ActionDescription describe(String name, String meaning, PayloadKey... more) {
        return ActionDescription.of(
                        name,
                        meaning,
                        Stream.concat(Stream.of(RETURN), Stream.of(more)).toArray(PayloadKey[]::new))
                .about(ChildKind.RETURN)
                .standing(Stance.WHILE_PART_IS_OPEN);
    }

    static Return chosen(Draft draft, String action, PayloadReader payload) {
        return known(draft, Children.chosen(draft, ChildKind.RETURN, action, payload));
    }

    static Return known(Draft draft, String id) {
        Return returned = draft.books().returnOf(id);
        if (returned == null) {
            throw new IllegalStateException("there is no return " + id);
        }
        return returned;
    }
}
