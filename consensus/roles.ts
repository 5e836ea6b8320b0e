// The roles of a node in one partition (Raft §5.1, pre-candidate from thesis §9.6).

export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader';
