package org.orderengine.jdbc;

import java.time.Instant;
import java.util.List;
import org.orderengine.spi.store.Claim;

/** Takes leases on due orders (S5), without two callers ever getting one order. */
interface Claiming {

    /** The leases taken, at most {@code limit}, on those orders first that have been claimable longest. */
    List<Claim> claim(Database database, Instant now, Instant until, String owner, int limit);
}
