/** Kills processes that run orders on SQLite, and looks at what they leave behind. */
@NullMarked
package org.orderengine.jdbc.crash;

import org.jspecify.annotations.NullMarked;
