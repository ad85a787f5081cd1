package org.orderengine.cli;

/** All shared scenarios in memory, each also with a restart behind every step. */
class SharedScenariosInMemoryTest extends SharedScenarios {}
