package org.orderengine.json;

/** Makes values of their parts: constructors of two parts and more. */
final class Make {

    private Make() {}

    /** Makes a value of 2 parts. */
    @FunctionalInterface
    interface Of2<A, B, T> {
        T make(A a, B b);
    }

    /** Makes a value of 3 parts. */
    @FunctionalInterface
    interface Of3<A, B, C, T> {
        T make(A a, B b, C c);
    }

    /** Makes a value of 4 parts. */
    @FunctionalInterface
    interface Of4<A, B, C, D, T> {
        T make(A a, B b, C c, D d);
    }

    /** Makes a value of 5 parts. */
    @FunctionalInterface
    interface Of5<A, B, C, D, E, T> {
        T make(A a, B b, C c, D d, E e);
    }

    /** Makes a value of 6 parts. */
    @FunctionalInterface
    interface Of6<A, B, C, D, E, F, T> {
        T make(A a, B b, C c, D d, E e, F f);
    }

    /** Makes a value of 7 parts. */
    @FunctionalInterface
    interface Of7<A, B, C, D, E, F, G, T> {
        T make(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Makes a value of 8 parts. */
    @FunctionalInterface
    interface Of8<A, B, C, D, E, F, G, H, T> {
        T make(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** Makes a value of 9 parts. */
    @FunctionalInterface
    interface Of9<A, B, C, D, E, F, G, H, I, T> {
        T make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /** Makes a value of 10 parts. */
    @FunctionalInterface
    interface Of10<A, B, C, D, E, F, G, H, I, J, T> {
        T make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }
}
