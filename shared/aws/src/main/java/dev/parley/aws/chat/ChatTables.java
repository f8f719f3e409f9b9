package dev.parley.aws.chat;

/** The names of the tables that conversations live in. */
record ChatTables(String conversations, String messages) {}
