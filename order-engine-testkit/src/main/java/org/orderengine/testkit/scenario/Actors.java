package org.orderengine.testkit.scenario;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** Reads who does a step. */
final class Actors {

    private static final ValueKind<Actor.Kind> KIND = ValueTypes.word(Actor.Kind.class);

    private Actors() {}

    /** The actor that the fields name; null where they name none. */
    static @Nullable Actor read(ObjectFields fields, Findings findings) {
        ObjectFields actor = fields.object("actor", "kind", "id");
        return actor == null
                ? null
                : new Actor(actor.required("kind", KIND, Actor.Kind.SYSTEM), actor.optional("id", ValueTypes.TEXT));
    }
}
