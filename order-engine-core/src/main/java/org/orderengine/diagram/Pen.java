package org.orderengine.diagram;

import org.jspecify.annotations.Nullable;

/** Puts down what a {@link Drawing} shows in one language of diagrams. Used once, by one thread. */
interface Pen {

    /** The arrow from where something begins. */
    void start(@Nullable Shape within, Shape initial);

    /** A state with none inside; a history, too. */
    void plain(Shape shape);

    /** Begins a state with others inside. */
    void open(Shape composite);

    /** Comes between two states that are active at once. */
    void divide();

    /** Ends the state that was opened last. */
    void close();

    /** An arrow between two states. */
    void arrow(Shape from, Shape to, Arrow arrow);

    /** Says that a final state is one. */
    void end(Shape shape);

    /** What was put down, once everything was. */
    String text();
}
