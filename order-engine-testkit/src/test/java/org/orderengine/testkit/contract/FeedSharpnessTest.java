package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/** The contract of feeds finds each of these faults: a feed with one of them fails the rule that forbids it. */
class FeedSharpnessTest {

    /** A feed that passes every call on, to be extended by faulty ones. */
    private static class Faulty implements FeedStore {

        final FeedStore sound;

        Faulty(FeedStore sound) {
            this.sound = sound;
        }

        @Override
        public int gather() {
            return sound.gather();
        }

        @Override
        public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
            return sound.read(after, tenant, limit);
        }

        @Override
        public @Nullable String end() {
            return sound.end();
        }

        @Override
        public FeedLag lag(@Nullable String after) {
            return sound.lag(after);
        }

        @Override
        public void enroll(String name, @Nullable String start) {
            sound.enroll(name, start);
        }

        @Override
        public List<FeedSubscription> subscriptions() {
            return sound.subscriptions();
        }

        @Override
        public boolean save(FeedSubscription changed) {
            return sound.save(changed);
        }

        @Override
        public void remove(String name) {
            sound.remove(name);
        }
    }

    /** A faulty page: the rows are changed, what follows is the same. */
    private static final class Rows extends Faulty {

        private final UnaryOperator<List<FeedRow>> change;

        Rows(FeedStore sound, UnaryOperator<List<FeedRow>> change) {
            super(sound);
            this.change = change;
        }

        @Override
        public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
            FeedPage page = sound.read(after, tenant, limit);
            return new FeedPage(change.apply(new ArrayList<>(page.rows())), page.next(), page.hasMore());
        }
    }

    private static FeedStore everyonesRows(FeedStore sound) {
        return new Faulty(sound) {
            @Override
            public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
                return sound.read(after, null, limit);
            }
        };
    }

    private static FeedStore noPlaceIsRefused(FeedStore sound) {
        return new Faulty(sound) {
            @Override
            public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
                return sound.read(after != null && after.matches("[1-9][0-9]{0,8}") ? after : null, tenant, limit);
            }
        };
    }

    /** Each order is given as it was read last. */
    private static FeedStore columnsOfToday(FeedStore sound) {
        Map<String, FeedRow> latest = new ConcurrentHashMap<>();
        return new Rows(sound, rows -> {
            rows.forEach(row -> latest.put(row.orderId(), row));
            rows.replaceAll(row -> new FeedRow(
                    row.position(),
                    row.orderId(),
                    row.row(),
                    latest.getOrDefault(row.orderId(), row).columns()));
            return rows;
        });
    }

    private static FeedStore backwards(FeedStore sound) {
        return new Rows(sound, rows -> {
            Collections.reverse(rows);
            return rows;
        });
    }

    private static FeedStore losesSome(FeedStore sound) {
        return new Rows(sound, rows -> {
            rows.removeIf(row -> row.position().endsWith("7"));
            return rows;
        });
    }

    private static FeedStore lastWriteWins(FeedStore sound) {
        return new Faulty(sound) {
            @Override
            public boolean save(FeedSubscription changed) {
                sound.save(changed);
                return true;
            }
        };
    }

    private static FeedStore enrollsAnew(FeedStore sound) {
        return new Faulty(sound) {
            @Override
            public void enroll(String name, @Nullable String start) {
                sound.remove(name);
                sound.enroll(name, start);
            }
        };
    }

    private static FeedStore lagsByOne(FeedStore sound) {
        return new Faulty(sound) {
            @Override
            public FeedLag lag(@Nullable String after) {
                FeedLag lag = sound.lag(after);
                return new FeedLag(lag.commits() + 1, lag.since());
            }
        };
    }

    private static final class Tried extends FeedContract {

        private final UnaryOperator<FeedStore> fault;

        Tried(UnaryOperator<FeedStore> fault) {
            this.fault = fault;
        }

        @Override
        protected OrderStore open() {
            MemoryOrderStore store = new MemoryOrderStore();
            FeedStore feed = fault.apply(store.feed().orElseThrow());
            return new ForwardingOrderStore(store) {
                @Override
                public Optional<FeedStore> feed() {
                    return Optional.of(feed);
                }
            };
        }

        @Override
        protected OrderStore reopen(OrderStore store) {
            return store;
        }
    }

    /** The names of the contract's tests that fail, of those whose names begin with a rule. */
    private static List<String> failures(String rule, UnaryOperator<FeedStore> fault) {
        List<String> failed = new ArrayList<>();
        for (Method method : FeedContract.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class) && method.getName().startsWith(rule)) {
                try {
                    method.setAccessible(true);
                    method.invoke(new Tried(fault));
                } catch (InvocationTargetException failure) {
                    failed.add(method.getName());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return failed;
    }

    @Test
    void a_sound_feed_fails_nothing() {
        assertThat(failures("", feed -> feed)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> each_fault_fails_the_rule_that_forbids_it() {
        return List.of(
                fault("s11_3", "loses some", FeedSharpnessTest::losesSome),
                fault("s11_3", "backwards", FeedSharpnessTest::backwards),
                fault("s11_4", "columns of today", FeedSharpnessTest::columnsOfToday),
                fault("s11_5", "everyones rows", FeedSharpnessTest::everyonesRows),
                fault("s11_8", "lags by one", FeedSharpnessTest::lagsByOne),
                fault("s11_8", "no place is refused", FeedSharpnessTest::noPlaceIsRefused),
                fault("s12_1", "enrolls anew", FeedSharpnessTest::enrollsAnew),
                fault("s12_2", "last write wins", FeedSharpnessTest::lastWriteWins));
    }

    private static DynamicTest fault(String rule, String name, UnaryOperator<FeedStore> fault) {
        return DynamicTest.dynamicTest(
                rule + " " + name, () -> assertThat(failures(rule + "_", fault)).isNotEmpty());
    }
}
