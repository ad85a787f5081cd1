package org.orderengine.json;

/** Makes values of their parts: constructors of two parts and more. */
final class Make {

    private Make() {}

    interface Of2<A, B, T> {
        T of(A a, B b);
    }

    interface Of3<A, B, C, T> {
        T of(A a, B b, C c);
    }

    interface Of4<A, B, C, D, T> {
        T of(A a, B b, C c, D d);
    }

    interface Of5<A, B, C, D, E, T> {
        T of(A a, B b, C c, D d, E e);
    }

    interface Of6<A, B, C, D, E, F, T> {
        T of(A a, B b, C c, D d, E e, F f);
    }

    interface Of9<A, B, C, D, E, F, G, H, I, T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }
}
