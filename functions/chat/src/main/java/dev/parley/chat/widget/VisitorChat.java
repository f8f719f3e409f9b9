package dev.parley.chat.widget;

/** All that a visitor's browser asks for beside the script. */
public record VisitorChat(OpenSessions sessions, TakeVisitorMessages take, ShowConversation show) {}
