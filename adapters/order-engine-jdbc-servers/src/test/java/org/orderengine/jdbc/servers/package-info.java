/** The JDBC store on servers that are not part of every build. Depends on the store, its contracts and the servers. */
@NullMarked
package org.orderengine.jdbc.servers;

import org.jspecify.annotations.NullMarked;
